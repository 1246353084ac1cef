package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private static final long GIB = 1L << 30;
  private static final DemoOptions ONE_NLP = new DemoOptions(false, 8080, 1, null);
  private static final DemoOptions FOUR_NLP = new DemoOptions(false, 8080, 4, null);

  @Test
  void machineWithEnoughOfEverythingPasses() {
    assertThat(Preflight.problem(ONE_NLP, machine(4 * GIB, 2 * GIB))).isEmpty();
  }

  @Test
  void takenPortIsNamedTogetherWithTheWayOut() {
    // Given
    var machine = new Machine(OptionalLong.of(8 * GIB), 8 * GIB, port -> port != 8080);

    // Then
    assertThat(Preflight.problem(ONE_NLP, machine)).get().asString().contains("8080", "--port");
  }

  @Test
  void portThatNeedsRightsIsNotJustCalledTaken() {
    // Given
    var web = new DemoOptions(false, 80, 1, null);
    var machine = new Machine(OptionalLong.of(8 * GIB), 8 * GIB, port -> port != 80);

    // Then
    assertThat(Preflight.problem(web, machine)).get().asString().contains("needs rights", "--port");
  }

  @Test
  void tooLittleMemoryIsToldWithBothFigures() {
    assertThat(Preflight.problem(ONE_NLP, machine(2 * GIB, 8 * GIB)))
        .get()
        .asString()
        .contains("2.0 GiB", "3.0 GiB");
  }

  @Test
  void everyNlpInstanceNeedsMemoryOfItsOwn() {
    // Given
    var machine = machine(4 * GIB, 8 * GIB);

    // Then
    assertThat(Preflight.problem(ONE_NLP, machine)).isEmpty();
    assertThat(Preflight.problem(FOUR_NLP, machine)).get().asString().contains("5.6 GiB");
  }

  @Test
  void tooLittleDiskIsTold() {
    assertThat(Preflight.problem(ONE_NLP, machine(8 * GIB, GIB / 2)))
        .get()
        .asString()
        .contains("0.5 GiB");
  }

  @Test
  void platformThatDoesNotTellItsMemoryPasses() {
    // Given
    var machine = new Machine(OptionalLong.empty(), 8 * GIB, _ -> true);

    // Then
    assertThat(Preflight.problem(ONE_NLP, machine)).isEmpty();
  }

  private static Machine machine(long memory, long disk) {
    return new Machine(OptionalLong.of(memory), disk, _ -> true);
  }
}
