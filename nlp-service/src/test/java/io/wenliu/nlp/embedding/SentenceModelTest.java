package io.wenliu.nlp.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wenliu.contract.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SentenceModelTest {

  private static final SentenceModel MODEL = SentenceModel.load();

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void vectorsHaveUnitLength() {
    // When
    Embedding vector = MODEL.embed("人工智能发展迎来历史性机遇");

    // Then
    assertThat(vector.dimensions()).isEqualTo(SentenceModel.DIMENSIONS);
    assertThat(similarity(vector, vector)).isCloseTo(1, within(1e-4));
  }

  @Test
  void whatMeansTheSameIsNearer() {
    // When
    List<Embedding> vectors = MODEL.embed(List.of("一个男人在弹吉他", "有人正在弹奏吉他", "央行下调存款准备金率"));

    // Then
    assertThat(similarity(vectors.get(0), vectors.get(1)))
        .isGreaterThan(similarity(vectors.get(0), vectors.get(2)) + 0.2);
  }

  @Test
  void paddingChangesAVectorHardly() {
    // Given
    Embedding alone = MODEL.embed("短句");

    // When
    Embedding padded = MODEL.embed(List.of("短句", "很长的句子，".repeat(60))).getFirst();

    // Then
    assertThat(similarity(alone, padded)).isGreaterThan(0.97);
  }

  @Test
  void hostileTextHasAVectorToo() {
    // When
    List<Embedding> vectors =
        MODEL.embed(List.of("", "\ud800\u0000", "a".repeat(1_000_000), "啊".repeat(1_000_000)));

    // Then
    assertThat(vectors).hasSize(4).allMatch(v -> Math.abs(similarity(v, v) - 1) < 1e-3);
  }

  @Test
  void modelThatIsClosedUnderItsCallersRefusesThemAndMayBeClosedAgain() {
    // Given
    SentenceModel model = SentenceModel.load();
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      callers.add(
          CompletableFuture.runAsync(() -> {
            while (true) {
              model.embed("她说：“愿继续努力。”".repeat(20));
            }
          }));
    }

    // When
    model.close();

    // Then
    assertThat(callers)
        .allSatisfy(caller ->
            assertThatThrownBy(caller::join)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sentence model is closed"));
    assertThatCode(model::close).doesNotThrowAnyException();
  }

  private static double similarity(Embedding a, Embedding b) {
    float[] x = a.values();
    float[] y = b.values();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
