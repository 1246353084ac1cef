package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

  /// U+6600 and U+6700, 昀 and 最, are chained together.
  private final KnownNames names =
      new KnownNames(
          Map.of(
              "商汤", EntityType.ORG,
              "商汤科技", EntityType.ORG,
              "昀川", EntityType.LOC,
              "最川河", EntityType.LOC));

  @Test
  void longestOfTheNamesThatStandThereIsFound() {
    assertThat(names.longest("在商汤科技园", 1, 6)).isEqualTo(new Span(1, 5, EntityType.ORG));
  }

  @Test
  void nameThatWouldReachBeyondTheLimitGivesWayToAShorterOne() {
    assertThat(names.longest("在商汤科技园", 1, 4)).isEqualTo(new Span(1, 3, EntityType.ORG));
  }

  @Test
  void namesOfOneChainAreToldApart() {
    assertThat(names.longest("昀川河", 0, 3)).isEqualTo(new Span(0, 2, EntityType.LOC));
    assertThat(names.longest("最川", 0, 2)).isNull();
  }
}
