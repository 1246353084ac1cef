package io.wenliu.index.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityNameTest {

  @ParameterizedTest
  @EnumSource(names = {"PER", "LOC", "ORG", "WORK"})
  void anIdLeadsBackToItsNameAndNeedsNoEncodingInAnAddress(EntityType type) {
    // Given
    EntityName name = new EntityName(type, "阿卜杜拉·买买提？/+");

    // When
    String id = name.id();

    // Then
    assertThat(id).matches("[a-z]+-[A-Za-z0-9_-]+");
    assertThat(EntityName.ofId(id)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "per", "per-", "-x", "time-5Lmg", "per-!!", "per-_w", "per-5Lmg5Lmg=="})
  void whatIsNoIdNamesNobody(String id) {
    assertThat(EntityName.ofId(id).filter(name -> !name.name().isEmpty())).isEmpty();
  }

  @Test
  void aNameIsInTheFieldOfItsType() {
    assertThat(EntityName.TYPES.stream().map(EntityName::indexField))
        .containsExactly("people", "places", "organisations", "works");
  }
}
