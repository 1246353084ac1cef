package io.wenliu.text;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;

/// Chooses the parts of speech of a sentence's words, as HanLP does: which tag follows which is in
/// its matrix, and the walk through it is HanLP's, whose choices the tests compare.
final class TagMatrix {

  private static final double NEVER_ZERO = 1e-8;

  private final TransformMatrix matrix;
  private final double[][] follows;

  TagMatrix() {
    this.matrix = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
    this.follows = matrix.transititon_probability;
  }

  /// How improbable each tag makes the word.
  double[] costs(CoreDictionary.Attribute attribute) {
    double[] costs = new double[attribute.nature.length];
    for (int i = 0; i < costs.length; i++) {
      int total = matrix.getTotalFrequency(attribute.nature[i].ordinal());
      costs[i] = Math.log((attribute.frequency[i] + NEVER_ZERO) / total);
    }
    return costs;
  }

  /// @param words of a sentence, `count` of them
  /// @param end what stands behind them
  /// @param tags receives a tag for each
  void tag(DictionaryWord[] words, int count, DictionaryWord end, Nature[] tags) {
    Nature before = Nature.begin;
    double[] costs = new double[words[0].tags().length];
    for (int j = 0; j < costs.length; j++) {
      double follow = follows[before.ordinal()][words[0].tags()[j].ordinal()];
      costs[j] = follow - words[0].tagCosts()[j];
    }
    for (int i = 1; i <= count; i++) {
      DictionaryWord word = i == count ? end : words[i];
      Nature[] previous = words[i - 1].tags();
      double[] next = new double[word.tags().length];
      double best = Double.MAX_VALUE;
      for (int k = 0; k < next.length; k++) {
        int tag = word.tags()[k].ordinal();
        double own = word.tagCosts()[k];
        next[k] = Double.MAX_VALUE;
        for (int j = 0; j < previous.length; j++) {
          double cost = costs[j] + follows[previous[j].ordinal()][tag] - own;
          if (cost < next[k]) {
            next[k] = cost;
            if (cost < best) {
              best = cost;
              before = previous[j];
            }
          }
        }
      }
      tags[i - 1] = before;
      costs = next;
    }
  }
}
