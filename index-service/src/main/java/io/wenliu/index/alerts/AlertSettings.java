package io.wenliu.index.alerts;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How alerts are watched.
///
/// @param maxAlerts that may stand at once
/// @param batchSize most events of one batch
@Validated
@ConfigurationProperties("wenliu.index.alerts")
record AlertSettings(
    @DefaultValue("20000") @Min(1) int maxAlerts, @DefaultValue("1000") @Min(1) int batchSize) {}
