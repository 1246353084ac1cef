package io.wenliu.localstack.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path folder;

  @Test
  void folderThatCannotBeMadeIsToldInOneSentence() throws Exception {
    // Given
    var data = Files.createFile(folder.resolve("file")).resolve("data");
    var out = new ByteArrayOutputStream();
    var console = new Console(new PrintStream(out, true, UTF_8), false, Instant.now());

    // When
    int status = new Demo(new DemoOptions(false, 8080, 1, data), console).run();

    // Then
    assertThat(status).isEqualTo(1);
    assertThat(out.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .contains(data.toString(), "--data");
  }
}
