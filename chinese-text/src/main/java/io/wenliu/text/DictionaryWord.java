package io.wenliu.text;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/// One word of a dictionary with all that the lattice weighs, computed once: HanLP takes the same
/// logarithms again for every occurrence. Immutable as long as nobody writes into its arrays.
final class DictionaryWord {

  private final String form;
  private final int id;
  private final int frequency;
  private final double cost;
  private final Nature[] tags;
  private final double[] tagCosts;
  private final NameRoles.Roles roles;

  /// @param attribute what a dictionary says of the word
  /// @param frequency in HanLP's counts
  DictionaryWord(
      String word, CoreDictionary.Attribute attribute, int id, int frequency, TagMatrix matrix) {
    this.form = word;
    this.id = id;
    this.frequency = frequency;
    this.cost = Neighbours.cost(0, 0, frequency);
    this.tags = attribute.nature;
    this.tagCosts = matrix.costs(attribute);
    this.roles = NameRoles.of(word, attribute);
  }

  /// As it is written, one string for all occurrences of a word: whoever counts words by their
  /// forms computes its hash once.
  String form() {
    return form;
  }

  /// HanLP's number of the word, or of the class it stands for (numbers, names of people); negative
  /// for a word without one, its size then HanLP's bonus for any neighbour.
  int id() {
    return id;
  }

  int frequency() {
    return frequency;
  }

  /// Of the word behind one that it was never seen behind.
  double cost() {
    return cost;
  }

  /// Its parts of speech.
  Nature[] tags() {
    return tags;
  }

  /// How improbable each of its tags makes the word.
  double[] tagCosts() {
    return tagCosts;
  }

  /// What it may be in or beside a Chinese person's name.
  NameRoles.Roles roles() {
    return roles;
  }
}
