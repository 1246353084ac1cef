package io.wenliu.kafka.autoconfigure;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `wenliu.claim-store.*`.
///
/// @param dir directory for content that is too large for Kafka; the same for all instances of all
///   services
@ConfigurationProperties("wenliu.claim-store")
public record ClaimStoreProperties(@DefaultValue(".wenliu/claims") Path dir) {}
