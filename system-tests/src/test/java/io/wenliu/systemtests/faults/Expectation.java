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

  /// What the ledger must say of the document versions that were sent.
  Map<String, Long> ledger() {
    Map<String, Long> ledger = new TreeMap<>(Map.of("rejected", 0L, "inFlight", 0L));
    for (Sent document : documents.values()) {
      long versions = document.versions().size();
      ledger.merge("accepted", versions, Long::sum);
      ledger.merge("withdrawn", document.withdrawn() ? versions : 0, Long::sum);
      ledger.merge("searchable", document.withdrawn() ? 0L : 1, Long::sum);
      ledger.merge("superseded", document.withdrawn() ? 0 : versions - 1, Long::sum);
    }
    return ledger;
  }

  /// A copy as of now.
  Map<DocumentId, Sent> documents() {
    return new TreeMap<>(documents);
  }
}
