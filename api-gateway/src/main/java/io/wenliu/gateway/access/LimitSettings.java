package io.wenliu.gateway.access;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often one caller may ask one instance of the gateway.
///
/// @param requestsPerSecond of each key that has no number of its own, and of each token's subject;
///   0 for no limit
/// @param openRequestsPerSecond of everybody together while nobody is asked who they are; 0 for no
///   limit
/// @param burst how long a time's requests may come at once after a rest
@Validated
@ConfigurationProperties("wenliu.gateway.limits")
record LimitSettings(
    @Min(0) @DefaultValue("50") int requestsPerSecond,
    @Min(0) @DefaultValue("0") int openRequestsPerSecond,
    @NotNull @DefaultValue("4s") Duration burst) {

  LimitSettings {
    if (burst.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("wenliu.gateway.limits.burst must be a second or more");
    }
  }
}
