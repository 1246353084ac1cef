package io.wenliu.benchmarks.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What readers ask, made from what the articles are about: keyphrases alone and in pairs, names,
/// exact phrases, whole headlines, days, and the newest first.
final class QueryMix {

  private static final long SEED = 7;
  private static final int PHRASE = 6;

  private QueryMix() {}

  /// @return paths below the gateway, all different
  static List<String> of(List<ObjectNode> articles, int count) {
    Random random = new Random(SEED);
    List<String> paths = new ArrayList<>();
    for (int tries = 0; paths.size() < count && tries < count * 20; tries++) {
      ObjectNode article = articles.get(random.nextInt(articles.size()));
      String path = path(article, tries % 8);
      if (!path.isEmpty() && !paths.contains(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static String path(ObjectNode article, int kind) {
    String first = text(article.path("keyphrases").path(0));
    String second = text(article.path("keyphrases").path(1));
    return switch (kind) {
      case 0 -> search(first, "");
      case 1 -> second.isEmpty() ? "" : search(first + " " + second, "");
      case 2 -> search(text(article.path("people").path(0)), "");
      case 3 -> search(text(article.at("/article/headline")), "");
      case 4 -> search(phrase(text(article.at("/article/paragraphs/0"))), "");
      case 5 -> first.isEmpty() ? "" : search(first + " 日期:2025", "");
      case 6 -> search(first, "&sort=newest");
      default -> search(text(article.path("organisations").path(0)) + " " + first, "");
    };
  }

  private static String phrase(String paragraph) {
    return paragraph.length() < 3 * PHRASE
        ? ""
        : "“" + paragraph.substring(PHRASE, 2 * PHRASE) + "”";
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }

  private static String search(String query, String further) {
    return query.isBlank() || query.length() > 200
        ? ""
        : "/api/v1/articles?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + further;
  }
}
