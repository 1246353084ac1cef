package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagModelTest {

  private static final int FEATURES = 3000;

  private final Random random = new Random(9);
  private final int[] features =
      random.ints().filter(key -> key != 0).distinct().limit(FEATURES).sorted().toArray();
  private final float[][] weights = new float[FEATURES][Tag.COUNT];

  TagModelTest() {
    for (float[] row : weights) {
      for (int t = 0; t < Tag.COUNT; t++) {
        row[t] = random.nextFloat() * 4 - 2;
      }
    }
  }

  @Test
  void scoreIsTheSumOfTheWeightsOfKnownFeatures() {
    // Given
    TagModel model = model();
    int[] seen = {features[17], 12345, features[2999], features[0], -77, features[1500]};
    float[] scores = new float[Tag.COUNT];

    // When
    model.score(seen, seen.length, new long[seen.length], scores);

    // Then
    for (int t = 0; t < Tag.COUNT; t++) {
      float sum = weights[17][t] + weights[2999][t] + weights[0][t] + weights[1500][t];
      assertThat(scores[t]).isCloseTo(sum, within(0.04f));
    }
  }

  @Test
  void modelThatIsWrittenAndReadScoresTheSame() throws IOException {
    // Given
    TagModel model = model();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    model.write(file);

    // When
    TagModel read = TagModel.read(new ByteArrayInputStream(file.toByteArray()));

    // Then
    for (int feature : features) {
      assertThat(scores(read, feature)).isEqualTo(scores(model, feature));
    }
    assertThat(scores(read, features[0])).isNotEqualTo(scores(read, features[1]));
  }

  private TagModel model() {
    return TagModel.of(features, weights, new float[Tag.COUNT * Tag.COUNT]);
  }

  private static float[] scores(TagModel model, int feature) {
    float[] scores = new float[Tag.COUNT];
    model.score(new int[] {feature}, 1, new long[1], scores);
    return scores;
  }
}
