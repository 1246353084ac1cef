package io.wenliu.kafka.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings `wenliu.claim-store.*`.
///
/// @param dir directory for content that is too large for Kafka; the same for all instances of all
///   services
/// @param maxSize of all content together; beyond it large uploads are answered 507, and what comes
///   by Kafka waits
/// @param collectEvery how often ingest-service looks for content that no record names any more
/// @param minAge content that was kept more recently is left alone: its record may be on its way
@ConfigurationProperties("wenliu.claim-store")
public record ClaimStoreProperties(
    @DefaultValue(".wenliu/claims") Path dir,
    @DefaultValue("50GB") DataSize maxSize,
    @DefaultValue("1h") Duration collectEvery,
    @DefaultValue("1h") Duration minAge) {

  /// @throws IllegalArgumentException if nothing would fit
  public ClaimStoreProperties {
    if (maxSize.toBytes() < 1) {
      throw new IllegalArgumentException("wenliu.claim-store.max-size must be at least 1B");
    }
  }
}
