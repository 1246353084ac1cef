package io.wenliu.contract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reading rules for values that a message may leave out.
final class Absent {

  private Absent() {}

  /// An absent list is an empty one; a present one is copied.
  static <T> List<T> asEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /// An absent set is an empty one; a present one is copied.
  static <T> Set<T> asEmpty(@Nullable Set<T> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }

  /// A blank string says nothing, so it counts as absent.
  static @Nullable String ifBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
