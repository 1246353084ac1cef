package io.wenliu.index.search;

/// Tells of words whether the index keeps them for every article in which their characters stand,
/// however it was split.
@FunctionalInterface
public interface KeptWords {

  /// @param word folded
  boolean keeps(String word);
}
