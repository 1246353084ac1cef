package io.wenliu.nlp.names;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Trains a [TagModel] by stochastic gradient (AdaGrad) on the likelihood of tagged sentences.
///
/// Deterministic: the same examples in the same order give the same weights.
final class CrfTrainer {
  /// One sentence; `features[i]` are the features of its i-th character.
  static final class Example {
    private final int[][] features;
    private final byte[] tags;
    private final float weight;

    Example(int[][] features, byte[] tags, float weight) {
      this.features = features;
      this.tags = tags;
      this.weight = weight;
    }
  }

  private static final int T = Tag.COUNT;
  private static final float RATE = 0.12f;

  /// The weights are means over the last epochs of several runs, which evens out chance.
  private static final int AVERAGED_EPOCHS = 4;

  private static final int RUNS = 3;
  private static final float NEGLIGIBLE = 2e-3f;

  private final int epochs;
  private final float decay;
  private final int leastCount;
  private final PrintStream progress;

  CrfTrainer(int epochs, float decay, int leastCount, PrintStream progress) {
    this.epochs = epochs;
    this.decay = decay;
    this.leastCount = leastCount;
    this.progress = progress;
  }

  TagModel train(List<Example> examples) {
    IntIndex index = index(examples);
    List<int[][]> rows = examples.stream().map(e -> index.rows(e.features)).toList();
    float[] weights = new float[index.size() * T];
    float[] transitions = new float[T * T];
    for (int run = 0; run < RUNS; run++) {
      run(run, examples, rows, weights, transitions);
    }
    return layOut(index, weights, transitions);
  }

  /// Trains once from nothing and adds its share to the sums over all runs.
  private void run(
      int run, List<Example> examples, List<int[][]> rows, float[] sum, float[] transitionSum) {
    float[] weights = new float[sum.length];
    float[] squares = new float[sum.length];
    float[] transitions = new float[T * T];
    float[] transitionSquares = new float[T * T];
    Arrays.fill(squares, 1e-3f);
    Arrays.fill(transitionSquares, 1e-3f);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    Random random = new Random(run);
    Lattice lattice = new Lattice();
    int averagedFrom = Math.max(0, epochs - AVERAGED_EPOCHS);
    float share = 1f / (RUNS * (epochs - averagedFrom));
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      float rate = epoch >= averagedFrom ? RATE / 2 : RATE;
      for (int o : order) {
        Example example = examples.get(o);
        loss += lattice.marginals(rows.get(o), example.tags, weights, transitions) * example.weight;
        update(rows.get(o), example, lattice, weights, squares, rate);
        for (int k = 0; k < T * T; k++) {
          step(transitions, transitionSquares, k, lattice.pairs[k] * example.weight, rate);
        }
      }
      if (epoch >= averagedFrom) {
        addShare(sum, weights, share);
        addShare(transitionSum, transitions, share);
      }
      progress.printf("run %d, epoch %d: loss %.0f%n", run + 1, epoch + 1, loss);
    }
  }

  private static void addShare(float[] sum, float[] part, float share) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += part[k] * share;
    }
  }

  private void update(
      int[][] rows, Example example, Lattice lattice, float[] w, float[] squares, float rate) {
    for (int i = 0; i < rows.length; i++) {
      for (int t = 0; t < T; t++) {
        float gradient = lattice.tags[i * T + t] - (example.tags[i] == t ? 1 : 0);
        if (Math.abs(gradient) < NEGLIGIBLE) {
          continue;
        }
        gradient *= example.weight;
        for (int row : rows[i]) {
          int k = row * T + t;
          step(w, squares, k, gradient + decay * w[k], rate);
        }
      }
    }
  }

  private static void step(float[] w, float[] squares, int k, float gradient, float rate) {
    squares[k] += gradient * gradient;
    w[k] -= rate * gradient / (float) Math.sqrt(squares[k]);
  }

  private IntIndex index(List<Example> examples) {
    IntIndex index = new IntIndex();
    for (Example example : examples) {
      for (int[] at : example.features) {
        for (int key : at) {
          index.count(key);
        }
      }
    }
    index.keep(leastCount);
    return index;
  }

  private static TagModel layOut(IntIndex index, float[] weights, float[] transitions) {
    int kept = 0;
    int[] features = new int[index.size()];
    float[][] values = new float[index.size()][];
    int[] keys = index.keysByRow();
    for (int row = 0; row < keys.length; row++) {
      float[] w = Arrays.copyOfRange(weights, row * T, row * T + T);
      float largest = 0;
      for (int t = 0; t < T; t++) {
        w[t] = Math.clamp(w[t], -6f, 6f);
        largest = Math.max(largest, Math.abs(w[t]));
      }
      if (largest >= 0.1f) {
        features[kept] = keys[row];
        values[kept++] = w;
      }
    }
    return TagModel.of(Arrays.copyOf(features, kept), Arrays.copyOf(values, kept), transitions);
  }

  /// Forward and backward sums of one sentence.
  private static final class Lattice {
    float[] tags = new float[0];
    final float[] pairs = new float[T * T];
    private double[] alpha = new double[0];
    private double[] beta = new double[0];
    private double[] emission = new double[0];
    private double[] norm = new double[0];

    /// Fills [#tags] with marginals and [#pairs] with the gradient of the transitions.
    ///
    /// @return the sentence's negative log likelihood
    double marginals(int[][] rows, byte[] gold, float[] weights, float[] transitions) {
      int n = rows.length;
      if (tags.length < n * T) {
        tags = new float[n * T];
        alpha = new double[n * T];
        beta = new double[n * T];
        emission = new double[n * T];
        norm = new double[n];
      }
      double[] move = new double[T * T];
      for (int p = 0; p < T; p++) {
        for (int t = 0; t < T; t++) {
          move[p * T + t] = Tag.follows(p, t) ? Math.exp(transitions[p * T + t]) : 0;
        }
      }
      double loss = 0;
      double[] sum = new double[T];
      for (int i = 0; i < n; i++) {
        Arrays.fill(sum, 0);
        for (int row : rows[i]) {
          for (int t = 0; t < T; t++) {
            sum[t] += weights[row * T + t];
          }
        }
        double max = Double.NEGATIVE_INFINITY;
        for (double s : sum) {
          max = Math.max(max, s);
        }
        loss += max - sum[gold[i]];
        for (int t = 0; t < T; t++) {
          emission[i * T + t] = Math.exp(sum[t] - max);
        }
        if (i > 0) {
          loss -= transitions[gold[i - 1] * T + gold[i]];
        }
      }
      for (int i = 0; i < n; i++) {
        double z = 0;
        for (int t = 0; t < T; t++) {
          double in = i == 0 ? (Tag.follows(Tag.OUTSIDE, t) ? 1 : 0) : 0;
          if (i > 0) {
            for (int p = 0; p < T; p++) {
              in += alpha[(i - 1) * T + p] * move[p * T + t];
            }
          }
          alpha[i * T + t] = in * emission[i * T + t];
          z += alpha[i * T + t];
        }
        norm[i] = z;
        loss += Math.log(z);
        for (int t = 0; t < T; t++) {
          alpha[i * T + t] /= z;
        }
      }
      double last = 0;
      for (int t = 0; t < T; t++) {
        beta[(n - 1) * T + t] = t == Tag.OUTSIDE || Tag.ends(t) ? 1 : 0;
        last += alpha[(n - 1) * T + t] * beta[(n - 1) * T + t];
      }
      loss += Math.log(last);
      for (int t = 0; t < T; t++) {
        beta[(n - 1) * T + t] /= last;
      }
      Arrays.fill(pairs, 0);
      for (int i = n - 2; i >= 0; i--) {
        for (int p = 0; p < T; p++) {
          double out = 0;
          for (int t = 0; t < T; t++) {
            double m = move[p * T + t];
            if (m != 0) {
              double x = m * emission[(i + 1) * T + t] * beta[(i + 1) * T + t] / norm[i + 1];
              out += x;
              pairs[p * T + t] += (float) (alpha[i * T + p] * x);
            }
          }
          beta[i * T + p] = out;
        }
        pairs[gold[i] * T + gold[i + 1]] -= 1;
      }
      for (int k = 0; k < n * T; k++) {
        tags[k] = (float) (alpha[k] * beta[k]);
      }
      return loss;
    }
  }
}
