package io.wenliu.index.elasticsearch;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How Elasticsearch is reached and written to.
///
/// @param uri its nodes, comma separated
/// @param username for basic authentication; null without
/// @param password for basic authentication; null without
/// @param apiKey the encoded API key; null without; wins over user and password
/// @param indexPrefix stands before every index and alias name
/// @param connectTimeout until a node must have taken the connection
/// @param requestTimeout until an answer must be there; a bulk that takes longer is sent again
/// @param connections at most, to all nodes together
/// @param bulkSize a bulk request is closed at this size
/// @param bulkRequests how many bulk requests may be under way at once
/// @param refreshInterval the least time between two refreshes of one index
@Validated
@ConfigurationProperties("wenliu.elasticsearch")
public record ElasticsearchSettings(
    @DefaultValue("http://127.0.0.1:9200") @NotEmpty List<URI> uri,
    @Nullable String username,
    @Nullable String password,
    @Nullable String apiKey,
    @DefaultValue("") @Pattern(regexp = "([a-z][a-z0-9-]*)?") String indexPrefix,
    @DefaultValue("2s") @NotNull Duration connectTimeout,
    @DefaultValue("30s") @NotNull Duration requestTimeout,
    @DefaultValue("24") @Min(4) int connections,
    @DefaultValue("2MB") @NotNull DataSize bulkSize,
    @DefaultValue("2") @Min(1) int bulkRequests,
    @DefaultValue("500ms") @NotNull Duration refreshInterval) {

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "ElasticsearchSettings[uri=" + uri + ", indexPrefix=" + indexPrefix + "]";
  }
}
