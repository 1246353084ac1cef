package io.wenliu.text;

import java.util.ArrayList;
import java.util.List;

/// Splits text into sentences without breaking what somebody said in quotation marks.
///
/// A full stop inside quotation marks or brackets ends no sentence, except where the closing mark
/// follows it and no sentence is left open (`他说：“好。”` ends there). A mark that is never closed
/// counts for at most 400 characters; a line feed always ends a sentence.
public final class Sentences {

  private static final String ENDS = "。！？!?…";
  private static final String CLOSERS = "”’」』）》】)\"";
  private static final String OPEN = "“「『（《【";
  private static final String CLOSE = "”」』）》】";
  private static final int LONGEST_QUOTATION = 400;

  private Sentences() {}

  /// @return the sentences in order, without white space around them; none is empty
  public static List<TextSpan> of(String text) {
    List<TextSpan> sentences = new ArrayList<>();
    int start = 0;
    int depth = 0;
    int opened = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      i++;
      if (depth > 0 && i - opened > LONGEST_QUOTATION) {
        depth = 0;
      }
      if (c == '\n') {
        add(sentences, text, start, i);
        start = i;
        depth = 0;
      } else if (OPEN.indexOf(c) >= 0) {
        depth++;
        opened = i;
      } else if (CLOSE.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (ENDS.indexOf(c) >= 0) {
        int end = i;
        while (end < text.length() && isTail(text.charAt(end))) {
          if (CLOSE.indexOf(text.charAt(end)) >= 0) {
            depth = Math.max(0, depth - 1);
          }
          end++;
        }
        if (depth == 0 && !isGoingOn(text, i, end)) {
          add(sentences, text, start, end);
          start = end;
        }
        i = end;
      }
    }
    add(sentences, text, start, text.length());
    return sentences;
  }

  private static boolean isTail(char c) {
    return ENDS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
  }

  /// `“好！”他说`: the narrator goes on after the quotation; `（完。），` likewise.
  private static boolean isGoingOn(String text, int stop, int end) {
    if (end == stop || end == text.length()) {
      return end < text.length() && "，、；：".indexOf(text.charAt(end)) >= 0;
    }
    char last = text.charAt(end - 1);
    if (CLOSERS.indexOf(last) < 0) {
      return false;
    }
    char next = text.charAt(end);
    if ("，、；：的".indexOf(next) >= 0) {
      return true;
    }
    return "”」』\"".indexOf(last) >= 0 && namesSpeaker(text, end);
  }

  /// Whether a verb of saying closes the next few characters: `孙宝岩说。`.
  private static boolean namesSpeaker(String text, int from) {
    int limit = Math.min(text.length(), from + 24);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if ("说道称".indexOf(c) >= 0) {
        return i + 1 == text.length() || "。，：！".indexOf(text.charAt(i + 1)) >= 0;
      }
      if ("。！？\n“：".indexOf(c) >= 0) {
        return c == '。' && i > from + 2 && text.startsWith("表示", i - 2);
      }
    }
    return false;
  }

  private static void add(List<TextSpan> sentences, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (to > from) {
      sentences.add(new TextSpan(from, to));
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
