package io.wenliu.localstack;

/// Hears what a long operation is doing, for a person who waits.
@FunctionalInterface
public interface Progress {

  /// Says nothing.
  Progress NONE = _ -> {};

  /// @param doing a short phrase without line break
  void step(String doing);
}
