package io.wenliu.systemtests.faults;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fault, one after the other, while 50,000 documents flow: `./mvnw verify -Pfaults`.
///
/// `-Dwenliu.faults=BROKER_KILLED,NLP_SCALED` runs some of them only.
@Tag("faults")
class FaultsIT extends FaultRun {

  private static final List<Fault> FAULTS =
      Arrays.stream(Fault.values())
          .filter(fault -> {
            String chosen = System.getProperty("wenliu.faults", "");
            return chosen.isEmpty() || List.of(chosen.split(",", -1)).contains(fault.name());
          })
          .toList();
  private static final int DOCUMENTS =
      Integer.getInteger("wenliu.articles", 50_000) / FAULTS.size();

  static List<Fault> faults() {
    return FAULTS;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsLostDoubledOrStaleWhateverBreaks(Fault fault) {
    survive(fault, DOCUMENTS);
  }
}
