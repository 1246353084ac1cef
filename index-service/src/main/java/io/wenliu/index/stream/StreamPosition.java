package io.wenliu.index.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far a reader of a feed has come on each partition of its topic.
///
/// Offsets are the same for all instances, so a reader can go on at any of them.
///
/// @param offsets of the last record seen, by partition; -1 before the first
public record StreamPosition(Map<Integer, Long> offsets) {

  /// Of one who has seen nothing.
  public static final StreamPosition START = new StreamPosition(Map.of());

  private static final int RADIX = 36;
  private static final int LONGEST = 20_000;

  public StreamPosition {
    offsets = Map.copyOf(offsets);
  }

  /// One record further.
  public StreamPosition after(int partition, long offset) {
    Map<Integer, Long> moved = new TreeMap<>(offsets);
    moved.put(partition, offset);
    return new StreamPosition(moved);
  }

  /// The further of both on each partition.
  public StreamPosition after(StreamPosition other) {
    Map<Integer, Long> moved = new TreeMap<>(offsets);
    other.offsets.forEach((partition, offset) -> moved.merge(partition, offset, Math::max));
    return new StreamPosition(moved);
  }

  /// Whether it says anything of a partition, if only that it begins there.
  public boolean knows(int partition) {
    return offsets.containsKey(partition);
  }

  /// Whether a reader here has still to see something that one there has seen.
  public boolean isBefore(StreamPosition other) {
    return other.offsets.entrySet().stream()
        .anyMatch(there -> isBefore(there.getKey(), there.getValue()));
  }

  /// Whether a reader here has still to see that record.
  public boolean isBefore(int partition, long offset) {
    return offsets.getOrDefault(partition, -1L) < offset;
  }

  /// @throws IllegalArgumentException if the text is no position
  public static StreamPosition parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("no position: it is too long");
    }
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String part : text.split("\\.", -1)) {
      int dash = part.indexOf('-');
      if (dash < 1) {
        throw new IllegalArgumentException("no position: " + text);
      }
      offsets.put(
          Integer.parseInt(part.substring(0, dash), RADIX),
          Long.parseLong(part.substring(dash + 1), RADIX));
    }
    return new StreamPosition(offsets);
  }

  @Override
  public String toString() {
    return new TreeMap<>(offsets)
        .entrySet().stream()
            .map(entry ->
                Integer.toString(entry.getKey(), RADIX)
                    + "-"
                    + Long.toString(entry.getValue(), RADIX))
            .collect(Collectors.joining("."));
  }
}
