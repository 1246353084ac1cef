package io.wenliu.index.journeys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How journeys are kept.
///
/// @param batchSize most events of one batch: the larger, the fewer writes a journey under load
/// @param longestRest after a batch of thousands: the longer, the fewer writes a journey under
///   load, and the later it is told
@Validated
@ConfigurationProperties("wenliu.index.journeys")
public record JourneySettings(
    @DefaultValue("10000") @Min(1) @Max(20_000) int batchSize,
    @DefaultValue("3s") @NotNull Duration longestRest) {}
