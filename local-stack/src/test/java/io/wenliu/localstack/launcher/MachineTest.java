package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir Path folder;

  @Test
  void availableMemoryIsReadInKibibytes() throws Exception {
    // Given
    var meminfo =
        Files.writeString(
            folder.resolve("meminfo"),
            """
            MemTotal:       24736076 kB
            MemFree:          163272 kB
            MemAvailable:    4194304 kB
            """);

    // Then
    assertThat(Machine.availableMemory(meminfo)).hasValue(4L << 30);
  }

  @Test
  void memoryIsUnknownWithoutTheKernelsFile() {
    assertThat(Machine.availableMemory(folder.resolve("absent"))).isEmpty();
  }

  @Test
  void thisMachineTellsItsDisk() throws Exception {
    assertThat(Machine.here(folder).diskBytes()).isPositive();
  }
}
