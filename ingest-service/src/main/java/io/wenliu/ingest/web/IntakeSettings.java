package io.wenliu.ingest.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings `wenliu.ingest.intake.*`.
///
/// @param maxBacklog records of one lane that are accepted and not yet indexed; beyond it 429
/// @param retryAfter what clients are told to wait then
/// @param checkInterval how often the backlog is looked at while submissions come
@Validated
@ConfigurationProperties("wenliu.ingest.intake")
record IntakeSettings(
    @DefaultValue("200000") @Min(1) long maxBacklog,
    @DefaultValue("30s") @NotNull Duration retryAfter,
    @DefaultValue("1s") @NotNull Duration checkInterval) {}
