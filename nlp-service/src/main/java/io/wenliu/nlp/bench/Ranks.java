package io.wenliu.nlp.bench;

import java.util.stream.IntStream;

/// Spearman's rank correlation.
final class Ranks {

  private Ranks() {}

  /// @return from -1 to 1; equal values share the mean of their ranks
  static double correlation(double[] left, double[] right) {
    double[] a = ranks(left);
    double[] b = ranks(right);
    double mean = (a.length + 1) / 2.0;
    double both = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - mean) * (b[i] - mean);
      squareA += (a[i] - mean) * (a[i] - mean);
      squareB += (b[i] - mean) * (b[i] - mean);
    }
    return both / Math.sqrt(squareA * squareB);
  }

  private static double[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((i, k) -> Double.compare(values[i], values[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int i = 0;
    while (i < order.length) {
      int end = i;
      while (end < order.length && values[order[end]] == values[order[i]]) {
        end++;
      }
      for (int k = i; k < end; k++) {
        ranks[order[k]] = (i + 1 + end) / 2.0;
      }
      i = end;
    }
    return ranks;
  }
}
