package io.wenliu.systemtests.faults;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is lost, nothing is there twice, nothing is stale: the four faults that tell most. All
/// of them are in [FaultsIT].
class DeliveryIT extends FaultRun {

  private static final int FAULTS = 4;
  private static final int DOCUMENTS = Integer.getInteger("wenliu.articles", 5_000) / FAULTS;

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"TWO_SERVICES_KILLED", "BROKER_KILLED", "ELASTICSEARCH_KILLED", "BROKER_RESET"})
  void nothingIsLostDoubledOrStaleWhileThingsBreak(Fault fault) {
    survive(fault, DOCUMENTS);
  }
}
