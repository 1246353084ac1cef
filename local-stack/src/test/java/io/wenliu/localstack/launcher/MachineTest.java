package io.wenliu.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
  void theTightestGroupCountsAndItsCachedFilesAreFree() throws Exception {
    // Given
    var memberships = Files.writeString(folder.resolve("cgroup"), "0::/ci/job/step\n");
    group("groups/ci", "memory.max", "8000", "memory.current", "1000", "");
    group(
        "groups/ci/job",
        "memory.max",
        "5000",
        "memory.current",
        "4000",
        "anon 2500\ninactive_file 1000\nactive_file 500\n");
    group("groups/ci/job/step", "memory.max", "max", "memory.current", "3000", "");

    // Then
    assertThat(Machine.leftInGroups(memberships, folder.resolve("groups"))).hasValue(2500);
  }

  @Test
  void groupsOfTheFirstVersionAreReadWhereAContainerSeesThem() throws Exception {
    // Given: the path is the host's
    var memberships =
        Files.writeString(
            folder.resolve("cgroup"), "5:cpu:/\n4:memory:/docker/0123\n1:name=systemd:/\n");
    group("groups/memory", "memory.limit_in_bytes", "4000", "memory.usage_in_bytes", "1000", "");

    // Then
    assertThat(Machine.leftInGroups(memberships, folder.resolve("groups"))).hasValue(3000);
  }

  @Test
  void withoutGroupsNoneLimits() {
    assertThat(Machine.leftInGroups(folder.resolve("absent"), folder)).isEmpty();
  }

  private void group(
      String path, String limitFile, String limit, String usedFile, String used, String stat)
      throws IOException {
    var group = Files.createDirectories(folder.resolve(path));
    Files.writeString(group.resolve(limitFile), limit + "\n");
    Files.writeString(group.resolve(usedFile), used + "\n");
    Files.writeString(group.resolve("memory.stat"), stat);
  }

  @Test
  void thisMachineTellsItsDisk() throws Exception {
    assertThat(Machine.here(folder).diskBytes()).isPositive();
  }
}
