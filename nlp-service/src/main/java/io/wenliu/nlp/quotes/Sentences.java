package io.wenliu.nlp.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits text into sentences without tearing a quotation in marks apart.
final class Sentences {
  /// A mark that is not closed within so many characters does not hold its sentence together.
  private static final int LONGEST_QUOTATION = 1500;

  /// One sentence with its closing punctuation, in UTF-16 offsets.
  ///
  /// @param first whether it opens its paragraph
  record Sentence(int start, int end, boolean first) {}

  private Sentences() {}

  static List<Sentence> of(String text) {
    int[] closing = closingMarks(text);
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“' && closing[i] > i) {
        i = closing[i];
        boolean ended = i > 0 && isTerminal(text.charAt(i - 1));
        if (!ended || !startsAnew(text, i + 1)) {
          continue;
        }
        sentences.add(new Sentence(start, i + 1, first));
        start = i + 1;
        first = false;
      } else if (c == '\n') {
        if (i > start) {
          sentences.add(new Sentence(start, i, first));
        }
        start = i + 1;
        first = true;
      } else if (isTerminal(c)) {
        sentences.add(new Sentence(start, i + 1, first));
        start = i + 1;
        first = false;
      }
    }
    if (start < text.length()) {
      sentences.add(new Sentence(start, text.length(), first));
    }
    return sentences;
  }

  /// For each opening mark the offset of its closing one, else -1.
  static int[] closingMarks(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        if (open < 0 || i - open > LONGEST_QUOTATION) {
          open = i;
        }
      } else if (c == '”') {
        if (open >= 0 && i - open <= LONGEST_QUOTATION) {
          closing[open] = i;
        }
        open = -1;
      } else if (c == '\n') {
        open = -1;
      }
    }
    return closing;
  }

  static boolean isTerminal(char c) {
    return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '…';
  }

  /// Whether what follows a quotation that ended its own sentence is a new sentence, not its tag.
  private static boolean startsAnew(String text, int at) {
    return at >= text.length() || "，、；,的地得”".indexOf(text.charAt(at)) < 0;
  }
}
