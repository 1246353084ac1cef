package io.wenliu.systemtests.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same of a sample that is embedded too: every article that a search may show has one vector,
/// at its version, and nothing else has one.
@Tag("faults")
class VectorsIT extends FaultRun {

  private static final int FAULTS = 6;
  private static final int DOCUMENTS = Integer.getInteger("wenliu.embedded", 900) / FAULTS;

  VectorsIT() {
    super("enrich,embed");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "ENRICHED_MADE_ANEW",
        "DUPLICATES_AND_LATECOMERS",
        "NLP_KILLED",
        "INDEX_KILLED",
        "BROKER_KILLED",
        "ELASTICSEARCH_KILLED"
      })
  void everyArticleHasItsVectorWhateverBreaks(Fault fault) {
    survive(fault, DOCUMENTS);
  }
}
