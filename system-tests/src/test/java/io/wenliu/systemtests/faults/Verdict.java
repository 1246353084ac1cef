package io.wenliu.systemtests.faults;

import java.util.List;
import java.util.NavigableSet;

/// What an independent look at topics and index found.
///
/// @param articles that must be alive
/// @param missing ids that a search should find and cannot
/// @param extra ids that it finds and should not
/// @param stale ids that it finds in another version than the last
/// @param imbalances sentences about topics, journeys and ledger
record Verdict(
    int articles,
    NavigableSet<String> missing,
    NavigableSet<String> extra,
    NavigableSet<String> stale,
    List<String> imbalances) {

  private static final int EXAMPLES = 5;

  boolean clean() {
    return missing.isEmpty() && extra.isEmpty() && stale.isEmpty() && imbalances.isEmpty();
  }

  @Override
  public String toString() {
    return "%d articles; missing %d %s, extra %d %s, stale %d %s, out of balance %d %s"
        .formatted(
            articles,
            missing.size(),
            missing.stream().limit(EXAMPLES).toList(),
            extra.size(),
            extra.stream().limit(EXAMPLES).toList(),
            stale.size(),
            stale.stream().limit(EXAMPLES).toList(),
            imbalances.size(),
            imbalances.stream().limit(EXAMPLES).toList());
  }
}
