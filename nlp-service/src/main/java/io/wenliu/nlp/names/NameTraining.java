package io.wenliu.nlp.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Turns annotated paragraphs into training examples.
///
/// Each paragraph is used several times, once with the whole gazetteer and then with half of its
/// entries hidden, another half each time, and with other names in it ([NameSwap]), so that the
/// model also learns to recognise names by their form and their surroundings.
final class NameTraining {
  private static final int MOST_FEATURES = SentenceFeatures.MAX;

  private final WordTrie gazetteer;
  private final int variants;
  private final NameSwap swap;
  private final List<CrfTrainer.Example> examples = new ArrayList<>();

  NameTraining(WordTrie gazetteer, int variants) {
    this.gazetteer = gazetteer;
    this.variants = variants;
    this.swap = new NameSwap(gazetteer);
  }

  /// Adds a paragraph once more with other names in it.
  ///
  /// @param salt another gives other names; the gazetteer is whole for odd ones
  void addSwapped(String paragraph, List<Span> spans, float weight, int salt) {
    NameSwap.Text swapped = swap.swapped(CharFold.fold(paragraph), spans, salt);
    int start = 0;
    for (int end : NameRecognizer.pieces(swapped.text())) {
      String piece = swapped.text().substring(start, end);
      int hiding = piece.hashCode() * 31 + salt;
      byte[] tags = tags(piece.length(), start, swapped.spans());
      examples.add(example(piece, tags, weight, h -> (salt & 1) == 0 && hides(h, hiding)));
      start = end;
    }
  }

  void add(String paragraph, List<Span> spans, float weight) {
    String folded = CharFold.fold(paragraph);
    int start = 0;
    for (int end : NameRecognizer.pieces(folded)) {
      String piece = folded.substring(start, end);
      byte[] tags = tags(piece.length(), start, spans);
      for (int variant = 0; variant < variants; variant++) {
        int salt = piece.hashCode() * 31 + variant;
        boolean whole = variant == 0;
        examples.add(example(piece, tags, weight, h -> !whole && hides(h, salt)));
      }
      start = end;
    }
  }

  List<CrfTrainer.Example> examples() {
    return examples;
  }

  private CrfTrainer.Example example(String piece, byte[] tags, float weight, IntPredicate hidden) {
    SentenceFeatures sentence = new SentenceFeatures(piece, gazetteer, hidden);
    int[] buffer = new int[MOST_FEATURES];
    int[][] features = new int[piece.length()][];
    for (int i = 0; i < features.length; i++) {
      features[i] = Arrays.copyOf(buffer, sentence.at(i, buffer));
    }
    return new CrfTrainer.Example(features, tags, weight);
  }

  private static byte[] tags(int length, int offset, List<Span> spans) {
    byte[] tags = new byte[length];
    for (Span span : spans) {
      int from = span.start() - offset;
      int to = span.end() - offset;
      if (from < 0 || to > length) {
        continue;
      }
      Arrays.fill(tags, from, to, (byte) Tag.of(span.type(), Tag.INSIDE));
      tags[from] = (byte) Tag.of(span.type(), to - from == 1 ? Tag.SINGLE : Tag.BEGIN);
      if (to - from > 1) {
        tags[to - 1] = (byte) Tag.of(span.type(), Tag.END);
      }
    }
    return tags;
  }

  private static boolean hides(int hash, int salt) {
    int x = (hash ^ salt) * 0x9E3779B1;
    x ^= x >>> 15;
    x *= 0x85EBCA77;
    x ^= x >>> 13;
    return (x & 1) == 0;
  }
}
