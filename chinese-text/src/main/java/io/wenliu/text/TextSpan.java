package io.wenliu.text;

/// A stretch of a text.
///
/// @param start UTF-16 offset
/// @param end UTF-16 offset, exclusive
public record TextSpan(int start, int end) {

  /// @throws IllegalArgumentException if it ends before it starts
  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  /// What stands there.
  public String in(String text) {
    return text.substring(start, end);
  }
}
