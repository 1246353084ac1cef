package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.names.EntityName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// IPTC ninjs 3.1, News in JSON (<https://www.iptc.org/std/ninjs/>).
public final class Ninjs {

  /// Its media type.
  public static final String MEDIA_TYPE = "application/vnd.iptc.ninjs+json";

  private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
  private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

  /// Newspapers of the day are dated by Beijing's calendar.
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private Ninjs() {}

  /// @return for a JSON object; absent values are left out
  public static Map<String, Object> of(PublishedArticle published) {
    Article article = published.article();
    Map<String, Object> ninjs = new LinkedHashMap<>();
    ninjs.put("uri", published.uri());
    ninjs.put("standard", Map.of("name", "ninjs", "version", "3.1", "schema", SCHEMA));
    ninjs.put("type", "text");
    ninjs.put("representationType", "full");
    ninjs.put("profile", "text-only");
    ninjs.put("version", Long.toString(published.version()));
    putTime(ninjs, "firstCreated", published.receivedAt());
    putTime(ninjs, "versionCreated", published.indexedAt());
    if (article.published() != null) {
      article
          .published()
          .date()
          .ifPresent(day ->
              ninjs.put(
                  "contentCreated",
                  day.atStartOfDay(BEIJING).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
    }
    ninjs.put("pubStatus", "usable");
    ninjs.put("language", PublishedArticle.LANGUAGE);
    ninjs.put("title", article.headline());
    ninjs.put("headlines", headlines(article));
    if (!article.authors().isEmpty()) {
      ninjs.put("by", String.join("、", article.authors()));
    }
    putList(ninjs, "descriptions", descriptions(published));
    ninjs.put("bodies", List.of(body(article)));
    putList(ninjs, "people", named(published, EntityType.PER));
    putList(ninjs, "organisations", named(published, EntityType.ORG));
    putList(ninjs, "places", named(published, EntityType.LOC));
    putList(ninjs, "objects", named(published, EntityType.WORK));
    putList(ninjs, "subjects", subjects(published));
    putList(ninjs, "infoSources", sources(article));
    if (!published.kind().isEmpty()) {
      ninjs.put("genres", List.of(Map.of("literal", published.kind())));
    }
    ninjs.put(
        "altIds", List.of(ordered("role", "document", "value", published.documentId().value())));
    return ninjs;
  }

  private static List<Map<String, Object>> headlines(Article article) {
    List<Map<String, Object>> headlines = new ArrayList<>();
    headlines.add(
        ordered("role", "main", "contentType", "text/plain", "value", article.headline()));
    if (article.subtitle() != null) {
      headlines.add(
          ordered("role", "subtitle", "contentType", "text/plain", "value", article.subtitle()));
    }
    if (article.kicker() != null) {
      headlines.add(
          ordered("role", "kicker", "contentType", "text/plain", "value", article.kicker()));
    }
    return headlines;
  }

  private static List<Map<String, Object>> descriptions(PublishedArticle published) {
    List<Map<String, Object>> descriptions = new ArrayList<>();
    if (!published.summary().isEmpty()) {
      descriptions.add(
          ordered(
              "role",
              "summary",
              "contentType",
              "text/plain",
              "value",
              String.join("\n", published.summary())));
    }
    for (Article.Caption caption : published.article().captions()) {
      descriptions.add(
          ordered("role", "caption", "contentType", "text/plain", "value", caption.text()));
    }
    return descriptions;
  }

  private static Map<String, Object> body(Article article) {
    String text = article.text();
    return ordered(
        "role",
        "main",
        "contentType",
        "text/plain",
        "charCount",
        text.codePointCount(0, text.length()),
        "value",
        text);
  }

  private static List<Map<String, Object>> named(PublishedArticle published, EntityType type) {
    return published.names(type).stream()
        .map((EntityName name) ->
            ordered("name", name.name(), "rel", "mentions", "literal", name.id()))
        .toList();
  }

  private static List<Map<String, Object>> subjects(PublishedArticle published) {
    List<Map<String, Object>> subjects = new ArrayList<>();
    for (var topic : published.topics()) {
      Map<String, Object> subject = ordered("name", topic.label(), "rel", "about");
      if (topic.code().startsWith("medtop:")) {
        subject.put("uri", MEDIA_TOPICS + topic.code().substring("medtop:".length()));
      }
      subject.put("creator", "wenliu");
      subject.put("confidence", Math.clamp(Math.round(topic.score() * 100), 0, 100));
      subjects.add(subject);
    }
    for (String keyphrase : published.keyphrases()) {
      subjects.add(ordered("name", keyphrase, "rel", "keyword", "creator", "wenliu"));
    }
    return subjects;
  }

  private static List<Map<String, Object>> sources(Article article) {
    List<Map<String, Object>> sources = new ArrayList<>();
    if (article.newspaper() != null) {
      sources.add(ordered("name", article.newspaper(), "role", "publisher"));
    }
    if (article.agency() != null) {
      sources.add(ordered("name", article.agency(), "role", "agency"));
    }
    article.issuers().forEach(issuer -> sources.add(ordered("name", issuer, "role", "issuer")));
    return sources;
  }

  private static void putTime(Map<String, Object> ninjs, String name, @Nullable Instant time) {
    if (time != null) {
      ninjs.put(name, time.toString());
    }
  }

  private static void putList(Map<String, Object> ninjs, String name, List<?> values) {
    if (!values.isEmpty()) {
      ninjs.put(name, values);
    }
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put((String) pairs[i], pairs[i + 1]);
    }
    return ordered;
  }
}
