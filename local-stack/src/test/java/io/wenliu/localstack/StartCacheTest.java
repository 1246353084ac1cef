package io.wenliu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

  @TempDir Path folder;

  private Path jar;
  private StartCache cache;

  @BeforeEach
  void layOut() throws IOException {
    jar = Files.writeString(folder.resolve("service-app.jar"), "jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    cache = new StartCache(Service.GATEWAY, jar);
  }

  @Test
  void serviceWithoutCacheStartsWithoutOneAndOneWithItIsPointedToIt() throws IOException {
    // Given
    var before = cache.options();
    var file = writeCache();

    // When
    var after = cache.options();

    // Then
    assertThat(before).isEmpty();
    assertThat(after).contains("-XX:AOTCache=" + file);
  }

  @Test
  void cacheOfAnOlderJarCountsAsMissing() throws IOException {
    // Given
    writeCache();

    // When
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    // Then
    assertThat(cache.isThere()).isFalse();
    assertThat(cache.options()).isEmpty();
  }

  @Test
  void jvmStartsAllTheSameWhenItsCacheIsDamaged() throws Exception {
    // Given
    writeCache();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(cache.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Hello.class.getName()));

    // When
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(process.waitFor()).isZero();
    assertThat(said).endsWith("ready");
  }

  private Path writeCache() throws IOException {
    return Files.writeString(
        folder.resolve("start-" + Runtime.version() + ".aot"), "half a cache".repeat(100));
  }

  /// A service that is ready at once.
  static final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
      System.out.print("ready");
    }
  }
}
