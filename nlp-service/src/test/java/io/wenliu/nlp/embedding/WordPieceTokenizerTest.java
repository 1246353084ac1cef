package io.wenliu.nlp.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTokenizerTest {

  private final WordPieceTokenizer tokenizer =
      new WordPieceTokenizer(
          Map.ofEntries(
              Map.entry("[UNK]", 0),
              Map.entry("[CLS]", 1),
              Map.entry("[SEP]", 2),
              Map.entry("中", 3),
              Map.entry("国", 4),
              Map.entry("deep", 5),
              Map.entry("##seek", 6),
              Map.entry("，", 7),
              Map.entry("20", 8),
              Map.entry("##25", 9)));

  @ParameterizedTest
  @CsvSource({
    "中国, 1 3 4 2",
    "中國, 1 3 4 2",
    "'DeepSeek，中', 1 5 6 7 3 2",
    "2025 国, 1 8 9 4 2",
    "你, 1 0 2",
    "deepx, 1 0 2",
    "'', 1 2",
    "中中中中中中中中中中中中, 1 3 3 3 3 3 3 2",
    "deepseekdeepseek中中中中中中中中, 1 0 3 3 3 3 3 2",
  })
  void textBecomesThePiecesOfTheVocabulary(String text, String expected) {
    // When
    long[] pieces = tokenizer.tokenize(text, 8);

    // Then
    assertThat(pieces)
        .containsExactly(
            java.util.Arrays.stream(expected.split(" ")).mapToLong(Long::parseLong).toArray());
  }
}
