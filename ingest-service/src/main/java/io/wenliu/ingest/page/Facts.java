package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads who, when and whence from an article's headline, notes and datelines.
final class Facts {
  private static final Pattern ISSUED =
      Pattern.compile(
          "^((?:[\\u4e00-\\u9fff]{2,20}[\\s、]{1,2}){0,5}[\\u4e00-\\u9fff]{2,24}?)\\s*(?=关于|印发)"
              + ".*(?:意见|通知|决定|规划|纲要|方案|办法|条例|规定|公告|批复|指导意见|行动计划|通报|决议|措施|细则)$");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "^.{0,22}(?:中共中央|国务院|党中央|中央军委|办公厅|办公室|人民政府|政府|人大常委会|常委会|委员会|法院|检察院|部|委|局|署|厅|总工会|团中央|银行|省委|市委|军委|院|会)$");

  private Facts() {}

  static PageArticle of(ArticleParts parts, PageDates dates) {
    Head head = parts.head;
    String title = head == null ? "" : Titles.tidy(head.title());
    List<Block> others = new ArrayList<>(head == null ? List.of() : head.others());
    others.addAll(parts.loose);
    List<String> paragraphs = parts.paragraphs();
    Dateline dateline = dateline(paragraphs);
    Byline byline = byline(others);
    SourceNote note = notes(parts.notes);
    List<String> authors = byline != null ? byline.authors() : reporters(paragraphs, dateline);
    String agency =
        byline != null && byline.agency() != null
            ? byline.agency()
            : dateline != null ? dateline.agency() : null;
    PartialDate documentDate = documentDate(others);
    PartialDate published =
        note.date() != null ? note.date() : dateline != null ? dateline.date() : null;
    boolean inferred = false;
    if (published != null && published.year() == null) {
      Integer year = dates.yearOf(published, documentDate);
      PartialDate full = year == null ? null : published.withYear(year);
      inferred = full != null;
      published = full != null ? full : published;
    }
    return new PageArticle(
        title,
        subtitle(others),
        kicker(others),
        authors,
        note.affiliation(),
        issuers(title),
        agency,
        dateline == null ? null : dateline.text(),
        note.source(),
        note.page(),
        published,
        inferred,
        documentDate,
        parts.outline(),
        paragraphs,
        parts.captions);
  }

  private static @Nullable Byline byline(List<Block> others) {
    List<String> authors = new ArrayList<>();
    String agency = null;
    for (Block block : others) {
      if (block.kind() == BlockKind.BYLINE || block.kind() == BlockKind.NAMES) {
        Byline byline = Byline.read(block.text());
        if (byline != null) {
          byline.authors().stream().filter(a -> !authors.contains(a)).forEach(authors::add);
          agency = agency == null ? byline.agency() : agency;
        }
      }
    }
    return authors.isEmpty() ? null : new Byline(authors, agency, true);
  }

  private static @Nullable String subtitle(List<Block> others) {
    for (Block block : others) {
      if (block.kind() == BlockKind.SUBTITLE) {
        return Titles.tidy(Spacing.trim(block.text().replaceFirst("^[—\\-―─]+", "")));
      }
    }
    return null;
  }

  private static @Nullable String kicker(List<Block> others) {
    for (Block block : others) {
      if (block.kind() == BlockKind.SHORT) {
        return Titles.tidy(block.text());
      }
    }
    return null;
  }

  private static @Nullable PartialDate documentDate(List<Block> others) {
    for (Block block : others) {
      if (block.kind() == BlockKind.DOCUMENT_DATE) {
        return Dates.first(block.text());
      }
    }
    return null;
  }

  private static @Nullable Dateline dateline(List<String> paragraphs) {
    for (int i = paragraphs.size() - 1; i >= 0; i--) {
      Dateline closing = Dateline.closing(paragraphs.get(i));
      if (closing != null) {
        return closing;
      }
    }
    for (String paragraph : paragraphs) {
      Dateline opening = Dateline.opening(paragraph);
      if (opening != null) {
        return opening;
      }
    }
    return null;
  }

  private static List<String> reporters(List<String> paragraphs, @Nullable Dateline dateline) {
    if (dateline != null && !dateline.reporters().isEmpty()) {
      return dateline.reporters();
    }
    if (paragraphs.isEmpty()) {
      return List.of();
    }
    for (String end : List.of(paragraphs.getFirst(), paragraphs.getLast())) {
      String head = end.length() > 80 ? end.substring(0, 80) : end;
      String tail = end.length() > 80 ? end.substring(end.length() - 80) : end;
      if (SourceNote.isOpen(head.charAt(0)) || Dateline.opening(head) != null) {
        List<String> names = Dateline.reportersIn(head);
        if (!names.isEmpty()) {
          return names;
        }
      }
      if (SourceNote.isClose(tail.charAt(tail.length() - 1))) {
        List<String> names =
            Dateline.reportersIn(
                tail.substring(
                    Math.max(tail.lastIndexOf('（'), Math.max(tail.lastIndexOf('('), 0))));
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  private static SourceNote notes(List<Block> notes) {
    SourceNote all = new SourceNote(null, null, null, null);
    for (Block block : notes) {
      SourceNote note = SourceNote.read(block.text());
      if (note != null) {
        all =
            new SourceNote(
                all.source() == null ? note.source() : all.source(),
                all.page() == null ? note.page() : all.page(),
                all.date() == null ? note.date() : all.date(),
                all.affiliation() == null ? note.affiliation() : all.affiliation());
      }
    }
    return all;
  }

  /// The authorities before 关于 or 印发 in the title of a policy document.
  private static List<String> issuers(String title) {
    if (!title.contains("关于") && !title.contains("印发")) {
      return List.of();
    }
    Matcher m = ISSUED.matcher(title);
    if (!m.matches()) {
      return List.of();
    }
    List<String> issuers = new ArrayList<>();
    for (String name : m.group(1).split("[\\s、]+", -1)) {
      if (!AUTHORITY.matcher(name).matches()) {
        return List.of();
      }
      issuers.add(name);
    }
    return issuers;
  }
}
