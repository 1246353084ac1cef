package io.wenliu.nlp.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the best sequence of tags of a sentence under a [TagModel].
final class SequenceTagger {
  private static final float IMPOSSIBLE = -1e9f;
  private static final int[][] PREDECESSORS = predecessors();

  private final TagModel model;

  SequenceTagger(TagModel model) {
    this.model = model;
  }

  /// @return spans in reading order, none overlapping
  List<Span> tag(SentenceFeatures sentence) {
    int n = sentence.length();
    if (n == 0) {
      return List.of();
    }
    int[] features = new int[SentenceFeatures.MAX];
    float[] emission = new float[Tag.COUNT];
    float[] last = new float[Tag.COUNT];
    float[] here = new float[Tag.COUNT];
    byte[] back = new byte[n * Tag.COUNT];
    for (int i = 0; i < n; i++) {
      model.score(features, sentence.at(i, features), emission);
      for (int t = 0; t < Tag.COUNT; t++) {
        float best = i == 0 && Tag.follows(Tag.OUTSIDE, t) ? 0 : IMPOSSIBLE;
        int from = Tag.OUTSIDE;
        if (i > 0) {
          for (int p : PREDECESSORS[t]) {
            float score = last[p] + model.transitions[p * Tag.COUNT + t];
            if (score > best) {
              best = score;
              from = p;
            }
          }
        }
        here[t] = best + emission[t];
        back[i * Tag.COUNT + t] = (byte) from;
      }
      float[] swap = last;
      last = here;
      here = swap;
    }
    return spans(path(last, back, n));
  }

  private static int[] path(float[] last, byte[] back, int n) {
    int best = Tag.OUTSIDE;
    for (int t = 1; t < Tag.COUNT; t++) {
      if (Tag.ends(t) && last[t] > last[best]) {
        best = t;
      }
    }
    int[] tags = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      tags[i] = best;
      best = back[i * Tag.COUNT + best];
    }
    return tags;
  }

  static List<Span> spans(int[] tags) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < tags.length; i++) {
      if (Tag.starts(tags[i])) {
        start = i;
      }
      if (Tag.ends(tags[i])) {
        spans.add(new Span(start, i + 1, Tag.type(tags[i])));
      }
    }
    return spans;
  }

  private static int[][] predecessors() {
    int[][] all = new int[Tag.COUNT][];
    for (int t = 0; t < Tag.COUNT; t++) {
      int next = t;
      all[t] = IntStream.range(0, Tag.COUNT).filter(p -> Tag.follows(p, next)).toArray();
    }
    return all;
  }
}
