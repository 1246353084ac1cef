package io.wenliu.text;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/// One word of a dictionary with all that the lattice weighs, computed once: HanLP takes the same
/// logarithms again for every occurrence.
///
/// @param id HanLP's number of the word, or of the class it stands for (numbers, names of people);
///   negative for a word without one, its size then HanLP's bonus for any neighbour
/// @param frequency in HanLP's counts
/// @param cost of the word behind one that it was never seen behind
/// @param tags its parts of speech
/// @param tagCosts how improbable each of its tags makes the word
/// @param roles what it may be in or beside a Chinese person's name
record DictionaryWord(
    int id, int frequency, double cost, Nature[] tags, double[] tagCosts, NameRoles.Roles roles) {

  /// @param attribute what a dictionary says of the word
  static DictionaryWord of(
      String word, CoreDictionary.Attribute attribute, int id, int frequency, TagMatrix matrix) {
    return new DictionaryWord(
        id,
        frequency,
        Neighbours.cost(0, 0, frequency),
        attribute.nature,
        matrix.costs(attribute),
        NameRoles.of(word, attribute));
  }
}
