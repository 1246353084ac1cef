package io.wenliu.nlp.bench;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.nlp.names.NameRecognizer;
import io.wenliu.nlp.quotes.QuoteExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Quotations against JSON lines `{"text","quotes":[{"start","end","speaker"}]}`.
///
/// One is right when its speaker is the wanted one (one may contain the other) and the two spans
/// overlap by 0.8 of their union. What starts without a comma, a colon or a mark before it counts
/// on neither side.
final class QuoteBench {

  private static final double OVERLAP = 0.8;
  private static final String BEFORE = "，,：:“‘「\" ";

  private QuoteBench() {}

  static Score run(Path file) throws IOException {
    NameRecognizer names = new NameRecognizer();
    QuoteExtractor quotes = new QuoteExtractor();
    Score score = new Score();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = ContractJson.mapper().readTree(line);
      String text = node.path("text").asString();
      int[] points = text.codePoints().toArray();
      List<Said> wanted = new ArrayList<>();
      for (JsonNode quote : node.path("quotes")) {
        add(
            wanted,
            points,
            new Said(
                quote.path("start").asInt(),
                quote.path("end").asInt(),
                quote.path("speaker").asString("")));
      }
      List<Said> found = new ArrayList<>();
      List<Entity> entities = names.recognize(text);
      for (Quote quote : quotes.extract(text, entities)) {
        add(found, points, new Said(quote.start(), quote.end(), quote.speaker()));
      }
      score.add(wanted.size(), found.size(), right(wanted, found));
    }
    return score;
  }

  private static void add(List<Said> quotes, int[] points, Said said) {
    if (said.start > 0 && BEFORE.indexOf(points[said.start - 1]) >= 0) {
      quotes.add(said);
    }
  }

  private static int right(List<Said> wanted, List<Said> found) {
    List<Said> left = new ArrayList<>(found);
    int right = 0;
    for (Said said : wanted) {
      Said match = left.stream().filter(said::matches).findFirst().orElse(null);
      if (match != null) {
        left.remove(match);
        right++;
      }
    }
    return right;
  }

  private record Said(int start, int end, String speaker) {
    boolean matches(Said other) {
      double both = Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
      double union = Math.max(end, other.end) - Math.min(start, other.start);
      boolean sameSpeaker = speaker.contains(other.speaker) || other.speaker.contains(speaker);
      return both / union >= OVERLAP && !other.speaker.isEmpty() && sameSpeaker;
    }
  }
}
