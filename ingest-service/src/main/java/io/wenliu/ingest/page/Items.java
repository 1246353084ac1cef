package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fourth step: what each block may be, headlines gathered with their bylines and subtitles.
final class Items {
  private static final int TITLE_LINES = 3;
  private static final Pattern KICKER =
      Pattern.compile(
          "^(?:(?:认真|深入)?学习(?:宣传)?(?:贯彻|领会|阐释).{4,30}(?:思想|精神|讲话|论述|全会)|.{2,12}[·•].{2,14}|.{2,10}专[栏题辑]|.{2,8}系列(?:谈|评论|报道).{0,6})$");

  private final List<Block> blocks;
  private final Layout layout;
  private final Continuation language;
  private final MarkdownLevels markdown;
  private final List<Item> items = new ArrayList<>();

  private Items(List<Block> blocks, Layout layout, Continuation language) {
    this.language = language;
    this.blocks =
        blocks.stream()
            .filter(b -> b.kind() != BlockKind.FURNITURE && b.kind() != BlockKind.CAPTION)
            .toList();
    this.layout = layout;
    this.markdown = MarkdownLevels.of(this.blocks);
  }

  static List<Item> of(List<Block> blocks, Layout layout, Continuation language) {
    Items items = new Items(blocks, layout, language);
    int i = 0;
    while (i < items.blocks.size()) {
      i = items.take(i);
    }
    return items.items;
  }

  private int take(int i) {
    Block block = blocks.get(i);
    return switch (block.kind()) {
      case PARAGRAPH -> {
        if (isHeadTail(i + 1) && mayBeTitle(block) && blocks.get(i + 1).kind() != BlockKind.NAMES) {
          yield head(i, i);
        }
        items.add(new Item.Text(block));
        yield i + 1;
      }
      case SHORT -> head(i, titleEnd(i));
      case NOTE -> {
        items.add(new Item.Note(block));
        yield i + 1;
      }
      case SUBTITLE, BYLINE, DOCUMENT_DATE -> {
        items.add(new Item.Loose(block));
        yield i + 1;
      }
      case NAMES -> {
        items.add(new Item.ShortLine(new Head(List.of(block), List.of()), -4, 0, -4, "像人名，但无标题相邻"));
        yield i + 1;
      }
      case CAPTION, FURNITURE -> throw new IllegalStateException("lifted out before");
    };
  }

  /// The last line of the headline that begins at i: further lines count only if a byline follows.
  private int titleEnd(int i) {
    int end = i;
    while (end + 1 < blocks.size()
        && end - i + 1 < TITLE_LINES
        && blocks.get(end + 1).kind() == BlockKind.SHORT
        && layout.gap(blocks.get(end + 1).first()) == 0
        && blocks.get(end + 1).first().markdown() == 0
        && !blocks.get(end + 1).first().bold()
        && layout.wrapped()
        && Numbering.level(blocks.get(i).text()) == 0
        && Numbering.level(blocks.get(end + 1).text()) == 0) {
      end++;
    }
    return isHeadTail(end + 1) ? end : i;
  }

  private int head(int from, int to) {
    List<Block> others = new ArrayList<>();
    int i = to + 1;
    while (i < blocks.size() && isTail(blocks.get(i), others)) {
      others.add(blocks.get(i));
      i++;
    }
    boolean signed =
        others.stream().anyMatch(b -> b.kind() == BlockKind.BYLINE || b.kind() == BlockKind.NAMES);
    if (signed && i < blocks.size() && isKicker(blocks.get(i))) {
      others.add(blocks.get(i).as(BlockKind.SHORT, "固定引题"));
      i++;
    }
    Head head = new Head(List.copyOf(blocks.subList(from, to + 1)), List.copyOf(others));
    if (!others.isEmpty()) {
      items.add(new Item.Headline(head, "其下有" + names(others)));
    } else if (markdown.isTitle(blocks.get(from))) {
      items.add(new Item.Headline(head, "Markdown 一级标题"));
    } else {
      boolean first = items.isEmpty();
      boolean last = i == blocks.size();
      Item before = first ? null : items.getLast();
      HeadlineOdds odds =
          HeadlineOdds.of(
              blocks.get(from),
              layout,
              markdown,
              first,
              last,
              before,
              i < blocks.size() ? blocks.get(i) : null);
      items.add(
          new Item.ShortLine(
              head,
              odds.odds(),
              asHeading(blocks.get(from)),
              asText(blocks.get(from), i < blocks.size() ? blocks.get(i) : null),
              odds.reason()));
    }
    return i;
  }

  /// Headings are short and seldom have a comma.
  private static double asHeading(Block block) {
    if (block.first().markdown() > 0
        || block.first().bold()
        || Numbering.level(block.text()) == 1) {
      return 0;
    }
    double tooLong = Math.max(0, Spacing.width(block.text()) - 26) * 0.3;
    return -tooLong - 1.5 * Punctuation.commas(block.text());
  }

  /// A line cut off in mid-sentence may look like a headline.
  private double asText(Block block, @Nullable Block below) {
    if (block.first().markdown() > 0
        || block.first().bold()
        || Numbering.level(block.text()) == 1) {
      return -9;
    }
    boolean comma = Punctuation.commas(block.text()) > 0;
    double odds = comma ? (Spacing.width(block.text()) > 24 ? 0 : -1.5) : -3.5;
    if (layout.isFull(block.last())) {
      odds += block.lines().size() > 1 ? 3 : 1.5;
    }
    if (markdown.top() > 0 && comma) {
      odds += 2;
    }
    if (Punctuation.leavesOpen(block.text())) {
      odds += 4;
    }
    if (below != null && below.kind() == BlockKind.PARAGRAPH) {
      odds += Math.max(0, Math.min(3, (language.continues(block.text(), below.text()) - 9) * 0.5));
    }
    return odds;
  }

  private boolean isHeadTail(int i) {
    return i < blocks.size() && isTail(blocks.get(i), List.of());
  }

  private boolean isTail(Block block, List<Block> taken) {
    boolean near = block.gap() <= 2;
    return switch (block.kind()) {
      case SUBTITLE, DOCUMENT_DATE, BYLINE -> near;
      case NAMES -> near && taken.stream().noneMatch(b -> b.kind() == BlockKind.NAMES);
      default -> false;
    };
  }

  private static boolean isKicker(Block block) {
    return block.kind() == BlockKind.SHORT && KICKER.matcher(block.text()).matches();
  }

  private static boolean mayBeTitle(Block block) {
    return block.lines().size() <= 2
        && block.isOpen()
        && Spacing.width(block.text()) <= 62
        && !Punctuation.hasStop(block.text())
        && !Punctuation.neverLast(block.text().charAt(block.text().length() - 1));
  }

  private static String names(List<Block> others) {
    StringBuilder names = new StringBuilder();
    for (Block other : others) {
      String name =
          switch (other.kind()) {
            case SUBTITLE -> "副题";
            case DOCUMENT_DATE -> "成文日期";
            case SHORT -> "引题";
            default -> "署名";
          };
      if (names.indexOf(name) < 0) {
        names.append(names.isEmpty() ? "" : "、").append(name);
      }
    }
    return names.toString();
  }
}
