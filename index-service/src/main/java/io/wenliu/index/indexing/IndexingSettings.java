package io.wenliu.index.indexing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How this service works through what is to be indexed.
///
/// @param batchSize most messages of one batch: the larger, the fewer requests under load
/// @param consumers of `wenliu.enriched` in this process
/// @param vectorBatchSize most vectors of one batch
@Validated
@ConfigurationProperties("wenliu.index.indexing")
public record IndexingSettings(
    @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize,
    @DefaultValue("1") @Min(1) int consumers,
    @DefaultValue("200") @Min(1) @Max(10_000) int vectorBatchSize) {}
