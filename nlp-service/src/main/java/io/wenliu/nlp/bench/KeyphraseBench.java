package io.wenliu.nlp.bench;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.nlp.keyphrases.KeyphraseExtractor;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The first five keyphrases of abstracts against their authors' keywords, averaged over the
/// abstracts; lines `{"abst","keyword":[…],"label":"1"}`, of which those labelled otherwise have
/// keywords that are not the authors' and are left out.
final class KeyphraseBench {

  private static final int AT = 5;

  private KeyphraseBench() {}

  /// @return F1 at five, from 0 to 1
  static double run(Path file, Segmenter segmenter) throws IOException {
    KeyphraseExtractor extractor = new KeyphraseExtractor(WordStatistics.ofNews());
    double sum = 0;
    int abstracts = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = ContractJson.mapper().readTree(line);
      if (!node.path("label").asString("1").equals("1")) {
        continue;
      }
      List<String> wanted = new ArrayList<>();
      node.path("keyword").forEach(keyword -> wanted.add(keyword.asString()));
      String text = node.path("abst").asString();
      List<String> found =
          extractor
              .extract(AnalyzedArticle.of(NewsTexts.article("", List.of(text)), segmenter))
              .stream()
              .limit(AT)
              .map(Keyphrase::text)
              .toList();
      Score score = new Score();
      score.add(wanted, found);
      sum += score.f1();
      abstracts++;
    }
    return abstracts == 0 ? 0 : sum / abstracts;
  }
}
