package io.wenliu.index.search;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How searches are answered.
///
/// @param nlpUri of nlp-service in the role `query`
/// @param vectorTimeout to connect, and again for the answer; then a search goes on without its
///   query's vector
/// @param vectorPause how long nlp-service is left alone after it did not answer
/// @param vectorCache how many queries' vectors are remembered
/// @param vectorSimilarity cosine that an article must have with the query to count by meaning
/// @param vectorSpread how much less cosine than the nearest an article may have to count
/// @param vectorCandidates how many articles each ranking may contribute by meaning
/// @param timeout after which Elasticsearch answers with what it has found
/// @param maxSize of a page, in hits
/// @param maxDepth how many hits can be paged through by relevance
/// @param maxQueryLength in characters
/// @param maxClauses words, phrases and operators of one query
/// @param firstSearches how many searches the service makes by itself when it has started
@Validated
@ConfigurationProperties("wenliu.index.search")
public record SearchSettings(
    @DefaultValue("http://127.0.0.1:8082") @NotNull URI nlpUri,
    @DefaultValue("400ms") @NotNull Duration vectorTimeout,
    @DefaultValue("2s") @NotNull Duration vectorPause,
    @DefaultValue("2000") @Min(0) int vectorCache,
    @DefaultValue("0.4") @DecimalMin("0") @DecimalMax("1") double vectorSimilarity,
    @DefaultValue("0.18") @DecimalMin("0") @DecimalMax("1") double vectorSpread,
    @DefaultValue("60") @Min(1) @Max(1000) int vectorCandidates,
    @DefaultValue("5s") @NotNull Duration timeout,
    @DefaultValue("100") @Min(1) @Max(1000) int maxSize,
    @DefaultValue("1000") @Min(1) @Max(10_000) int maxDepth,
    @DefaultValue("256") @Min(1) int maxQueryLength,
    @DefaultValue("32") @Min(1) @Max(200) int maxClauses,
    @DefaultValue("30") @Min(0) @Max(1000) int firstSearches) {}
