package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.names.EntityName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of comma-separated values (RFC 4180) that a spreadsheet may open.
///
/// What a spreadsheet would take for a formula gets an apostrophe before it: a newspaper's text is
/// nobody's program (OWASP, CSV Injection).
public final class Csv {

  /// With its parameters.
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8;header=present";

  private static final String BETWEEN_VALUES = "；";
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /// The first row, with its line end.
  public static String header() {
    return row(
        Stream.of(
            "id",
            "headline",
            "subtitle",
            "authors",
            "newspaper",
            "agency",
            "page",
            "published",
            "kind",
            "topics",
            "people",
            "places",
            "organisations",
            "keyphrases",
            "summary",
            "text"));
  }

  /// One article's row, with its line end.
  public static String row(PublishedArticle published) {
    Article article = published.article();
    return row(
        Stream.of(
            published.id(),
            article.headline(),
            orEmpty(article.subtitle()),
            joined(article.authors()),
            orEmpty(article.newspaper()),
            orEmpty(article.agency()),
            orEmpty(article.page()),
            article.published() == null ? "" : article.published().value(),
            published.kind(),
            joined(published.topics().stream().map(Enrichment.Topic::label).toList()),
            names(published, EntityType.PER),
            names(published, EntityType.LOC),
            names(published, EntityType.ORG),
            joined(published.keyphrases()),
            String.join("\n", published.summary()),
            article.text()));
  }

  private static String names(PublishedArticle published, EntityType type) {
    return joined(published.names(type).stream().map(EntityName::name).toList());
  }

  private static String joined(List<String> values) {
    return String.join(BETWEEN_VALUES, values);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String row(Stream<String> values) {
    return values.map(Csv::value).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String value(String text) {
    String safe =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
