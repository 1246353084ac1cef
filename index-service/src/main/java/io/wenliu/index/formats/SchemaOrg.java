package io.wenliu.index.formats;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// schema.org's NewsArticle as JSON-LD (<https://schema.org/NewsArticle>).
public final class SchemaOrg {

  /// Its media type.
  public static final String MEDIA_TYPE = "application/ld+json";

  private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

  private SchemaOrg() {}

  /// @return for a JSON object; absent values are left out
  public static Map<String, Object> of(PublishedArticle published) {
    Article article = published.article();
    Map<String, Object> news = new LinkedHashMap<>();
    news.put("@context", "https://schema.org");
    news.put("@type", published.kind().equals("opinion") ? "OpinionNewsArticle" : "NewsArticle");
    news.put("@id", published.uri());
    news.put("identifier", published.id());
    news.put("headline", article.headline());
    putText(news, "alternativeHeadline", article.subtitle());
    news.put("inLanguage", PublishedArticle.LANGUAGE);
    if (article.published() != null) {
      article.published().date().ifPresent(day -> news.put("datePublished", day.toString()));
    }
    if (published.indexedAt() != null) {
      news.put("sdDatePublished", published.indexedAt().toString());
    }
    if (!article.authors().isEmpty()) {
      news.put("author", article.authors().stream().map(name -> thing("Person", name)).toList());
    }
    if (article.newspaper() != null) {
      news.put("publisher", thing("NewsMediaOrganization", article.newspaper()));
    }
    if (article.agency() != null) {
      news.put("sourceOrganization", thing("NewsMediaOrganization", article.agency()));
    }
    putText(news, "dateline", article.dateline());
    putText(news, "printPage", article.page());
    if (!published.summary().isEmpty()) {
      news.put("abstract", String.join("\n", published.summary()));
    }
    if (!published.keyphrases().isEmpty()) {
      news.put("keywords", published.keyphrases());
    }
    List<Map<String, Object>> about = about(published);
    if (!about.isEmpty()) {
      news.put("about", about);
    }
    List<Map<String, Object>> mentions = mentions(published);
    if (!mentions.isEmpty()) {
      news.put("mentions", mentions);
    }
    news.put("articleBody", article.text());
    return news;
  }

  private static List<Map<String, Object>> about(PublishedArticle published) {
    List<Map<String, Object>> about = new ArrayList<>();
    for (var topic : published.topics()) {
      Map<String, Object> term = thing("DefinedTerm", topic.label());
      term.put("termCode", topic.code());
      term.put("inDefinedTermSet", MEDIA_TOPICS);
      about.add(term);
    }
    return about;
  }

  private static List<Map<String, Object>> mentions(PublishedArticle published) {
    List<Map<String, Object>> mentions = new ArrayList<>();
    add(mentions, published, EntityType.PER, "Person");
    add(mentions, published, EntityType.ORG, "Organization");
    add(mentions, published, EntityType.LOC, "Place");
    add(mentions, published, EntityType.WORK, "CreativeWork");
    return mentions;
  }

  private static void add(
      List<Map<String, Object>> mentions,
      PublishedArticle published,
      EntityType type,
      String schemaType) {
    published.names(type).forEach(name -> mentions.add(thing(schemaType, name.name())));
  }

  private static Map<String, Object> thing(String type, String name) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put("name", name);
    return thing;
  }

  private static void putText(Map<String, Object> news, String name, @Nullable String text) {
    if (text != null) {
      news.put(name, text);
    }
  }
}
