package io.wenliu.nlp.embedding;

import java.util.Arrays;
import java.util.List;

/// Vectors without the model's layers, to compare with: each piece of the vocabulary has the vector
/// that the model gives it alone, and a text has the mean of its pieces' vectors, rare pieces
/// counting more (smooth inverse frequency: Arora, Liang and Ma 2017), less the direction that all
/// texts share.
///
/// A look-up instead of a model; what that costs in quality is in the module's model card.
public final class StaticVectors {

  /// Of smooth inverse frequency, as its authors chose it.
  private static final double SMOOTHING = 1e-3;

  private static final int DIMENSIONS = SentenceModel.DIMENSIONS;
  private static final int BATCH = 64;
  private static final int POWER_STEPS = 20;

  private final SentenceModel model;
  private final float[][] pieces;
  private final double[] weights;
  private final float[] common;

  private StaticVectors(SentenceModel model, float[][] pieces, double[] weights) {
    this.model = model;
    this.pieces = pieces;
    this.weights = weights;
    this.common = new float[DIMENSIONS];
  }

  /// Makes the table of pieces; takes about a minute.
  ///
  /// @param texts tell how frequent pieces are, and what all texts have in common
  public static StaticVectors distilled(SentenceModel model, List<String> texts) {
    int size = model.vocabularySize();
    float[][] pieces = new float[size][];
    for (int from = 0; from < size; from += BATCH) {
      long[][] batch = new long[Math.min(BATCH, size - from)][];
      for (int i = 0; i < batch.length; i++) {
        batch[i] = model.alone(from + i);
      }
      List<float[]> vectors = model.states(batch);
      for (int i = 0; i < batch.length; i++) {
        pieces[from + i] = vectors.get(i);
      }
    }
    StaticVectors vectors = new StaticVectors(model, pieces, weights(model, texts, size));
    vectors.learnCommon(texts);
    return vectors;
  }

  private static double[] weights(SentenceModel model, List<String> texts, int size) {
    long[] counts = new long[size];
    long total = 0;
    for (String text : texts) {
      for (long id : model.inner(text)) {
        counts[(int) id]++;
        total++;
      }
    }
    double[] weights = new double[size];
    for (int id = 0; id < size; id++) {
      weights[id] = SMOOTHING / (SMOOTHING + counts[id] / (double) Math.max(1, total));
    }
    return weights;
  }

  /// The first principal direction of the texts' vectors, by power iteration.
  private void learnCommon(List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    float[][] vectors = texts.stream().map(this::embed).toArray(float[][]::new);
    double[] direction = new double[DIMENSIONS];
    Arrays.fill(direction, 1 / Math.sqrt(DIMENSIONS));
    for (int step = 0; step < POWER_STEPS; step++) {
      double[] next = new double[DIMENSIONS];
      for (float[] vector : vectors) {
        double along = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
          along += vector[d] * direction[d];
        }
        for (int d = 0; d < DIMENSIONS; d++) {
          next[d] += along * vector[d];
        }
      }
      double length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
      for (int d = 0; d < DIMENSIONS; d++) {
        direction[d] = next[d] / length;
      }
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      common[d] = (float) direction[d];
    }
  }

  /// What the tables occupy.
  public long bytes() {
    return (long) pieces.length * (DIMENSIONS * Float.BYTES + Double.BYTES);
  }

  /// @return of length 1, or all zero for a text without pieces
  public float[] embed(String text) {
    double[] sum = new double[DIMENSIONS];
    for (long id : model.inner(text)) {
      float[] piece = pieces[(int) id];
      double weight = weights[(int) id];
      for (int d = 0; d < DIMENSIONS; d++) {
        sum[d] += weight * piece[d];
      }
    }
    double along = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      along += sum[d] * common[d];
    }
    double square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      sum[d] -= along * common[d];
      square += sum[d] * sum[d];
    }
    double scale = 1 / Math.max(1e-12, Math.sqrt(square));
    float[] vector = new float[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) (sum[d] * scale);
    }
    return vector;
  }
}
