package io.wenliu.kafka.claims;

import io.wenliu.contract.Claim;
import java.time.Instant;
import java.util.List;

/// Keeps content that is too large for a Kafka record, named by its SHA-256. Thread-safe, and
/// shared by all instances of all services.
public interface ClaimStore {

  /// Keeps the content; once this returns, every instance can read it. Keeping the same content
  /// again changes nothing.
  ///
  /// @throws ClaimStoreFullException if the store has no room for it now
  /// @throws java.io.UncheckedIOException if the store cannot be written now
  Claim put(byte[] content);

  /// The same store for what has not been accepted yet. It is full somewhat earlier, so that there
  /// is room for what comes of that which has been.
  ClaimStore forIntake();

  /// The content, checked against its hash.
  ///
  /// @throws UnreadableClaimException if the store has no such content, or other content than the
  ///   claim says
  /// @throws java.io.UncheckedIOException if the store cannot be read now
  byte[] get(Claim claim);

  /// Forgets the content; forgetting what is not there changes nothing.
  ///
  /// @throws java.io.UncheckedIOException if the store cannot be written now
  void delete(Claim claim);

  /// The time by which the store tells when content was kept: its own, not that of the machine that
  /// asks.
  ///
  /// @throws java.io.UncheckedIOException if the store cannot be written now
  Instant time();

  /// Everything that is kept.
  ///
  /// @throws java.io.UncheckedIOException if the store cannot be read now
  List<StoredClaim> list();

  /// Forgets the content unless somebody has kept it again since.
  ///
  /// @param stored as it was listed
  /// @return whether it is forgotten
  /// @throws java.io.UncheckedIOException if the store cannot be written now
  boolean deleteUnlessUsed(StoredClaim stored);
}
