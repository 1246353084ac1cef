package io.wenliu.index.elasticsearch;

/// Text within Lucene's regular expressions.
public final class Regexp {

  private static final String RESERVED = ".?+*|{}[]()\"\\#@&<>~^-";

  private Regexp() {}

  /// The text as it stands, with nothing in it that a regular expression would read otherwise.
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (RESERVED.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
