package io.wenliu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void callerIsReadFromTheGatewaysHeaders() {
    // When
    Caller caller = caller("submitter,reader", "wire, wire-2");

    // Then
    assertThat(caller)
        .isEqualTo(new Caller("desk", Set.of("reader", "submitter"), Set.of("wire", "wire-2")));
    assertThat(caller.mayRead()).isTrue();
    assertThat(caller.isOperator()).isFalse();
    assertThat(caller.isOf("wire-2")).isTrue();
    assertThat(caller.isOf("wire-3")).isFalse();
    assertThat(caller.onlySource()).isEmpty();
  }

  @Test
  void callerOfWhomNothingElseIsSaidMayDoNothing() {
    // When
    Caller caller = Caller.of(Map.of("X-Wenliu-Caller", "desk")::get);

    // Then
    assertThat(caller.mayRead()).isFalse();
    assertThat(caller.isOperator()).isFalse();
    assertThat(caller.isOf("")).isFalse();
    assertThat(caller.isOf("*")).isFalse();
  }

  @Test
  void oneSourceNeedsNotBeNamedAndAllAreNone() {
    assertThat(caller("submitter", "wire").onlySource()).hasValue("wire");
    assertThat(caller("submitter", "*").onlySource()).isEmpty();
    assertThat(caller("submitter", "*").isOf("anybody")).isTrue();
    assertThat(caller("operator", "").isOf("anybody")).isTrue();
  }

  @Test
  void requestFromInsideMayDoEverything() {
    // When
    Caller inside = Caller.of(_ -> null);

    // Then
    assertThat(inside.isOperator()).isTrue();
    assertThat(inside.mayRead()).isTrue();
    assertThat(inside.isOf("anybody")).isTrue();
  }

  private static Caller caller(String roles, String sources) {
    return Caller.of(
        Map.of(
                "X-Wenliu-Caller", "desk",
                "X-Wenliu-Caller-Roles", roles,
                "X-Wenliu-Caller-Sources", sources)
            ::get);
  }
}
