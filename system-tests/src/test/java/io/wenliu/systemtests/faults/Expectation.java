package io.wenliu.systemtests.faults;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What a sender knows that it has sent, and so what must come of it.
final class Expectation {

  private final Map<DocumentId, Sent> documents = new ConcurrentHashMap<>();

  /// One document as it must stand.
  ///
  /// @param versions every one that was sent
  /// @param headline of the highest version; null where the page decides
  record Sent(NavigableSet<Long> versions, @Nullable String headline, boolean withdrawn) {

    long highest() {
      return versions.last();
    }

    /// The state that this version must come to, as journeys and the ledger call it.
    String stateOf(long version) {
      if (withdrawn) {
        return "withdrawn";
      }
      return version == highest() ? "searchable" : "superseded";
    }
  }

  /// A version was sent, perhaps not for the first time and perhaps late.
  void sent(DocumentId document, Version version, @Nullable String headline) {
    documents.compute(
        document,
        (_, before) -> {
          if (before == null) {
            return new Sent(new TreeSet<>(java.util.Set.of(version.value())), headline, false);
          }
          NavigableSet<Long> versions = new TreeSet<>(before.versions());
          boolean newest = version.value() > before.highest();
          versions.add(version.value());
          return new Sent(versions, newest ? headline : before.headline(), before.withdrawn());
        });
  }

  /// Everything that was sent of it was taken back.
  void withdrawn(DocumentId document) {
    documents.computeIfPresent(
        document, (_, before) -> new Sent(before.versions(), before.headline(), true));
  }

  void addAll(Expectation other) {
    documents.putAll(other.documents);
  }

  /// A copy as of now.
  Map<DocumentId, Sent> documents() {
    return new TreeMap<>(documents);
  }
}
