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

  private static final List<Fault> FAULTS = chosen(System.getProperty("wenliu.faults", ""));
  private static final int DOCUMENTS =
      Math.ceilDiv(
          Integer.getInteger("wenliu.articles", 50_000),
          Math.toIntExact(FAULTS.stream().filter(Fault::isPossible).count()));

  private static List<Fault> chosen(String names) {
    return names.isEmpty()
        ? List.of(Fault.values())
        : Arrays.stream(names.split(",", -1)).map(Fault::valueOf).toList();
  }

  static List<Fault> faults() {
    return FAULTS;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsLostDoubledOrStaleWhateverBreaks(Fault fault) {
    survive(fault, DOCUMENTS);
  }
}
