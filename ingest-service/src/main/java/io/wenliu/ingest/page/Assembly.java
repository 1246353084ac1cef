package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Last step: threaded items into articles, and a decision for every line.
final class Assembly {
  private static final int LONGEST_MERGE = 20_000;

  private final String name;
  private final Continuation language;
  private final Map<Integer, ArticleParts> parts = new HashMap<>();
  private final List<LineNote> lineNotes = new ArrayList<>();
  private final TreeMap<Integer, Integer> threadOfLine = new TreeMap<>();
  private final List<String> furniture = new ArrayList<>();
  private final List<String> duplicates = new ArrayList<>();
  private final List<PageCaption> strayCaptions = new ArrayList<>();

  private record LineNote(PageLine line, int thread, LineRole role, String reason) {}

  private Assembly(String name, Continuation language) {
    this.name = name;
    this.language = language;
  }

  static ReconstructedPage of(
      String name,
      List<Block> blocks,
      Set<Block> duplicates,
      List<Item> items,
      List<Threads.Place> places,
      Continuation language) {
    Assembly assembly = new Assembly(name, language);
    for (int i = 0; i < items.size(); i++) {
      assembly.place(items.get(i), places.get(i));
    }
    for (Block block : blocks) {
      assembly.lifted(block, duplicates.contains(block));
    }
    return assembly.page();
  }

  private ArticleParts parts(int thread) {
    return parts.computeIfAbsent(thread, t -> new ArticleParts());
  }

  private void place(Item item, Threads.Place place) {
    int thread = place.article();
    String why = place.move().reason();
    switch (item) {
      case Item.Text text -> {
        paragraph(thread, text.block(), place.move(), false);
        note(text.block(), thread, LineRole.BODY, text.block().reason() + "；" + why);
      }
      case Item.Headline headline -> head(thread, headline.head(), headline.reason() + "；" + why);
      case Item.ShortLine candidate -> {
        if (isText(place.move())) {
          paragraph(thread, candidate.block(), place.move(), true);
          note(candidate.block(), thread, LineRole.BODY, "断句的残行；" + why);
        } else if (place.move() != Reading.Move.HEADING) {
          head(thread, candidate.head(), candidate.reason() + why);
        } else if (thread < 0) {
          furniture.add(candidate.block().text());
          note(candidate.block(), -1, LineRole.FURNITURE, "本版无正文可归");
        } else {
          Block block = candidate.block();
          parts(thread)
              .pieces
              .add(
                  new ArticleParts.Piece(
                      level(block), Titles.tidy(block.text()), block.first().number(), false));
          parts(thread).touch(block);
          note(block, thread, LineRole.HEADING, candidate.reason() + why);
        }
      }
      case Item.Note note -> extra(thread, note.block(), LineRole.NOTE, why);
      case Item.Loose loose ->
          extra(thread, loose.block(), role(loose.block()), loose.block().reason());
    }
  }

  private static boolean isText(Reading.Move move) {
    return move == Reading.Move.GO_ON
        || move == Reading.Move.RESUME
        || move == Reading.Move.NEW_TEXT;
  }

  private void extra(int thread, Block block, LineRole role, String why) {
    if (thread < 0) {
      furniture.add(block.text());
      note(block, -1, LineRole.FURNITURE, "本版无正文可归");
    } else {
      ArticleParts article = parts(thread);
      (role == LineRole.NOTE ? article.notes : article.loose).add(block);
      article.touch(block);
      note(block, thread, role, why);
    }
  }

  private void head(int thread, Head head, String why) {
    ArticleParts article = parts(thread);
    article.head = head;
    for (Block block : head.titles()) {
      article.touch(block);
      note(block, thread, LineRole.TITLE, why);
    }
    for (Block block : head.others()) {
      article.touch(block);
      note(block, thread, role(block), block.reason());
    }
  }

  /// A paragraph that breaks off is carried on by the article's next piece of text, if that fits.
  private void paragraph(int thread, Block block, Reading.Move move, boolean cut) {
    ArticleParts article = parts(thread);
    article.touch(block);
    String text = Spacing.tidy(block.text());
    int last = article.pieces.size() - 1;
    if (last >= 0 && article.pieces.get(last).level() == 0) {
      ArticleParts.Piece before = article.pieces.get(last);
      boolean broken =
          !Punctuation.endsWithStop(before.text()) && Dateline.closing(before.text()) == null;
      double limit = move == Reading.Move.RESUME ? 0 : before.cut() ? -6 : 3;
      if (broken
          && before.text().length() < LONGEST_MERGE
          && language.continues(before.text(), text) > limit) {
        article.pieces.set(
            last,
            new ArticleParts.Piece(0, Spacing.tidy(before.text() + text), before.line(), false));
        return;
      }
    }
    article.pieces.add(new ArticleParts.Piece(0, text, block.first().number(), cut));
  }

  private int level(Block block) {
    int numbered = Numbering.level(block.text());
    return numbered > 0 ? numbered : 1;
  }

  private static LineRole role(Block block) {
    return switch (block.kind()) {
      case SUBTITLE -> LineRole.SUBTITLE;
      case DOCUMENT_DATE -> LineRole.DOCUMENT_DATE;
      case SHORT -> LineRole.KICKER;
      default -> LineRole.BYLINE;
    };
  }

  private void lifted(Block block, boolean duplicate) {
    if (duplicate) {
      duplicates.add(Spacing.tidy(block.text()));
      note(block, -1, LineRole.READ_TWICE, "版内另处已有同样文字");
    } else if (block.kind() == BlockKind.FURNITURE) {
      furniture.add(block.text());
      note(block, -1, LineRole.FURNITURE, block.reason());
    } else if (block.kind() == BlockKind.CAPTION) {
      int thread = nearest(block);
      PageCaption caption = Captions.read(Titles.tidy(block.text()));
      if (thread < 0) {
        strayCaptions.add(caption);
      } else {
        parts(thread).captions.add(caption);
      }
      note(block, thread, LineRole.CAPTION, block.reason() + (thread < 0 ? "" : "；归入最近的文章"));
    }
  }

  /// The article of the line nearest to a caption, the one above in doubt; -1 for none.
  private int nearest(Block caption) {
    int line = caption.first().number();
    Map.Entry<Integer, Integer> above = threadOfLine.floorEntry(line);
    Map.Entry<Integer, Integer> below = threadOfLine.ceilingEntry(line);
    if (above == null || below == null) {
      return above != null ? above.getValue() : below != null ? below.getValue() : -1;
    }
    return below.getKey() - line < line - above.getKey() ? below.getValue() : above.getValue();
  }

  private void note(Block block, int thread, LineRole role, String reason) {
    for (PageLine line : block.lines()) {
      lineNotes.add(new LineNote(line, thread, role, reason));
      if (thread >= 0 && role != LineRole.CAPTION) {
        threadOfLine.put(line.number(), thread);
      }
    }
  }

  private ReconstructedPage page() {
    PageDates dates = PageDates.of(furniture);
    List<Map.Entry<Integer, ArticleParts>> ordered = new ArrayList<>(parts.entrySet());
    ordered.sort(Comparator.comparingInt(e -> e.getValue().firstLine));
    Map<Integer, Integer> indexes = new HashMap<>();
    List<PageArticle> articles = new ArrayList<>();
    for (Map.Entry<Integer, ArticleParts> entry : ordered) {
      indexes.put(entry.getKey(), articles.size());
      LeadOrder.arrange(entry.getValue(), language);
      articles.add(Facts.of(entry.getValue(), dates));
    }
    lineNotes.sort(Comparator.comparingInt(n -> n.line().number()));
    List<LineDecision> decisions =
        lineNotes.stream()
            .map(n ->
                new LineDecision(
                    n.line().number(),
                    indexes.get(n.thread()),
                    n.role(),
                    n.reason(),
                    n.line().text()))
            .toList();
    return new ReconstructedPage(name, articles, strayCaptions, furniture, duplicates, decisions);
  }
}
