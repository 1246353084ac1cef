package io.wenliu.nlp.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the best sequence of tags of a sentence under a [TagModel].
final class SequenceTagger {
  private static final float IMPOSSIBLE = -1e9f;
  private static final int[][] PREDECESSORS = predecessors();

  private final TagModel model;

  /// The weight of each tag behind each of its predecessors.
  private final float[][] transitions = new float[Tag.COUNT][];

  SequenceTagger(TagModel model) {
    this.model = model;
    for (int t = 0; t < Tag.COUNT; t++) {
      transitions[t] = new float[PREDECESSORS[t].length];
      for (int p = 0; p < transitions[t].length; p++) {
        transitions[t][p] = model.transitions[PREDECESSORS[t][p] * Tag.COUNT + t];
      }
    }
  }

  /// @return spans in reading order, none overlapping
  List<Span> tag(SentenceFeatures sentence) {
    int n = sentence.length();
    if (n == 0) {
      return List.of();
    }
    int[] features = new int[SentenceFeatures.MAX];
    long[] room = new long[SentenceFeatures.MAX];
    float[] emission = new float[Tag.COUNT];
    // The best way to each tag at each character, without and with what the tag itself is worth
    // there; which way that was is found again for the tags of the best sequence alone.
    float[] before = new float[n * Tag.COUNT];
    float[] best = new float[n * Tag.COUNT];
    for (int i = 0; i < n; i++) {
      model.score(features, sentence.at(i, features), room, emission);
      int here = i * Tag.COUNT;
      int last = here - Tag.COUNT;
      for (int t = 0; t < Tag.COUNT; t++) {
        float most = i == 0 && Tag.follows(Tag.OUTSIDE, t) ? 0 : IMPOSSIBLE;
        if (i > 0) {
          int[] predecessors = PREDECESSORS[t];
          float[] weights = transitions[t];
          for (int p = 0; p < predecessors.length; p++) {
            most = Math.max(most, best[last + predecessors[p]] + weights[p]);
          }
        }
        before[here + t] = most;
        best[here + t] = most + emission[t];
      }
    }
    return spans(path(before, best, n));
  }

  private int[] path(float[] before, float[] best, int n) {
    int end = (n - 1) * Tag.COUNT;
    int tag = Tag.OUTSIDE;
    for (int t = 1; t < Tag.COUNT; t++) {
      if (Tag.ends(t) && best[end + t] > best[end + tag]) {
        tag = t;
      }
    }
    int[] tags = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      tags[i] = tag;
      tag = i == 0 ? tag : predecessor(tag, before[i * Tag.COUNT + tag], best, i - 1);
    }
    return tags;
  }

  /// The first tag from which the best way leads on; outside when none does.
  private int predecessor(int tag, float most, float[] best, int at) {
    int[] predecessors = PREDECESSORS[tag];
    for (int p = 0; p < predecessors.length; p++) {
      float way = best[at * Tag.COUNT + predecessors[p]] + transitions[tag][p];
      if (way == most && way > IMPOSSIBLE) {
        return predecessors[p];
      }
    }
    return Tag.OUTSIDE;
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
