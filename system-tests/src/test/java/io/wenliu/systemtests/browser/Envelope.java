package io.wenliu.systemtests.browser;

import io.wenliu.contract.ContractJson;
import io.wenliu.systemtests.browser.BrowserTest.Samples;
import java.util.List;
import java.util.Map;

/// A submission as a newsroom's system writes it.
final class Envelope {

  private Envelope() {}

  /// One article of the samples' source, by its own id.
  static String ofArticle(String id, String headline, String paragraph) {
    return ofArticle(id, Map.of("headline", headline, "paragraphs", List.of(paragraph)));
  }

  /// @param article as the contract has it
  static String ofArticle(String id, Map<String, ?> article) {
    return ContractJson.mapper()
        .writeValueAsString(
            Map.of(
                "source",
                Samples.SOURCE,
                "id",
                id,
                "content",
                Map.of("kind", "article", "article", article)));
  }
}
