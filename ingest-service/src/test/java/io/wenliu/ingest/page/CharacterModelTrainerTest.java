package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharacterModelTrainerTest {

  @TempDir Path folder;

  @Test
  void theSameTextAlwaysGivesTheSameModel() throws IOException {
    // Given
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "湖水清了\n湖水清了，候鸟来了。候鸟在湖面上飞。\n湖水清了，鱼也多了。\n");
    Files.writeString(texts.resolve("b.txt"), "候鸟来了\n候鸟来了，湖水清了。\n");
    Path first = folder.resolve("first.bin.gz");
    Path second = folder.resolve("second.bin.gz");

    // When
    CharacterModelTrainer.main(new String[] {texts.toString(), first.toString(), "1", "1"});
    CharacterModelTrainer.main(new String[] {texts.toString(), second.toString(), "1", "1"});

    // Then
    assertThat(first).hasSameBinaryContentAs(second);
    try (InputStream in = Files.newInputStream(first)) {
      CharacterModel model = CharacterModel.read(in);
      assertThat(model.continues("湖", "水清了")).isGreaterThan(model.continues("清了", "候鸟"));
    }
  }

  @Test
  void theBundledModelStaysSmall() throws IOException {
    try (InputStream in = CharacterModel.class.getResourceAsStream("characters.bin.gz")) {
      assertThat(in).isNotNull();
      assertThat(in.readAllBytes()).hasSizeLessThan(1_000_000);
    }
  }
}
