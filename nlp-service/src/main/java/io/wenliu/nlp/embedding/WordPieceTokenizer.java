package io.wenliu.nlp.embedding;

import io.wenliu.text.TextNormalizer;
import java.util.Arrays;
import java.util.Map;

/// Splits text into the pieces of a BERT vocabulary: Chinese characters one by one, other words
/// into their longest known pieces (Devlin et al. 2019, doi:10.18653/v1/N19-1423). Text is folded
/// first, since the vocabulary knows no capitals and hardly any Traditional script. Thread-safe.
final class WordPieceTokenizer {

  private static final int LONGEST_WORD = 100;
  private static final String UNKNOWN = "[UNK]";

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int first;
  private final int last;

  /// @param vocabulary has at least `[CLS]`, `[SEP]` and `[UNK]`
  WordPieceTokenizer(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.unknown = required(UNKNOWN);
    this.first = required("[CLS]");
    this.last = required("[SEP]");
  }

  int size() {
    return vocabulary.size();
  }

  /// One piece with the two that stand at the ends of a text.
  long[] between(int piece) {
    return new long[] {first, piece, last};
  }

  private int required(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the vocabulary has no " + piece);
    }
    return id;
  }

  /// @param limit most pieces, the two at the ends counted; at least 2
  /// @return ids, `[CLS]` first and `[SEP]` last
  long[] tokenize(String text, int limit) {
    // No piece is longer than the characters it stands for, so the rest of a long text is not read.
    String read = text.substring(0, Math.min(text.length(), limit * LONGEST_WORD));
    String folded = TextNormalizer.fold(read);
    long[] ids = new long[limit];
    ids[0] = first;
    int size = 1;
    int i = 0;
    while (i < folded.length() && size < limit - 1) {
      int c = folded.codePointAt(i);
      int width = Character.charCount(c);
      if (isIgnored(c)) {
        i += width;
      } else if (isAlone(c)) {
        ids[size++] = vocabulary.getOrDefault(folded.substring(i, i + width), unknown);
        i += width;
      } else {
        int end = wordEnd(folded, i);
        size = addWord(ids, size, folded.substring(i, end));
        i = end;
      }
    }
    ids[size++] = last;
    return Arrays.copyOf(ids, size);
  }

  private int addWord(long[] ids, int size, String word) {
    int room = ids.length - 1;
    if (word.length() > LONGEST_WORD) {
      ids[size] = unknown;
      return size + 1;
    }
    int from = size;
    int start = 0;
    int next = size;
    while (start < word.length() && next < room) {
      int end = word.length();
      Integer id = null;
      while (end > start) {
        id =
            vocabulary.get(start == 0 ? word.substring(0, end) : "##" + word.substring(start, end));
        if (id != null) {
          break;
        }
        end--;
      }
      if (id == null) {
        ids[from] = unknown;
        return from + 1;
      }
      ids[next++] = id;
      start = end;
    }
    return next;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (isIgnored(c) || isAlone(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isIgnored(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == 0xFFFD
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isAlone(int c) {
    return Character.isIdeographic(c) || !Character.isLetterOrDigit(c);
  }
}
