package io.wenliu.kafka.collection;

import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.StoredClaim;
import io.wenliu.kafka.stage.StageClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what no record names any more: content that was kept for a record that was never
/// written, whose records have expired or were compacted away, or whose document was withdrawn.
/// Thread-safe.
public final class ClaimCollector {

  private static final Logger log = LoggerFactory.getLogger(ClaimCollector.class);

  private final ClaimStore claims;
  private final StageClients clients;
  private final Duration minAge;

  /// @param minAge what was kept more recently is left alone: its record may be on its way
  public ClaimCollector(ClaimStore claims, StageClients clients, Duration minAge) {
    this.claims = claims;
    this.clients = clients;
    this.minAge = minAge;
  }

  /// Reads the pipeline's topics once, if there is anything that is old enough.
  ///
  /// @return how many were forgotten
  /// @throws io.wenliu.kafka.stage.TransientException if Kafka cannot be read now
  /// @throws java.io.UncheckedIOException if the store cannot be used now
  public int collect() {
    List<StoredClaim> stored = claims.list();
    if (stored.isEmpty()) {
      return 0;
    }
    Instant newest = claims.time().minus(minAge);
    List<StoredClaim> old =
        stored.stream().filter(claim -> claim.lastKept().isBefore(newest)).toList();
    if (old.isEmpty()) {
      return 0;
    }
    Set<String> needed = new ClaimReferences(clients, claims).read();
    int collected = 0;
    for (StoredClaim claim : old) {
      if (!needed.contains(claim.claim().sha256()) && claims.deleteUnlessUsed(claim)) {
        collected++;
      }
    }
    if (collected > 0) {
      log.info("{} of {} claims were needed by nobody and are gone", collected, old.size());
    }
    return collected;
  }
}
