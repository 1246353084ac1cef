package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.wenliu.contract.ContractJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes the client; Boot's own support for it is not served for this Boot version.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchSettings.class)
class ElasticsearchConfiguration {

  /// Elasticsearch names no field twice: looking for it costs a set for each object of an answer.
  private static final JsonMapper ANSWERS =
      ContractJson.mapper().rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Bean(destroyMethod = "close")
  Rest5Client elasticsearchRestClient(ElasticsearchSettings settings) {
    return Rest5Client.builder(settings.uri().toArray(URI[]::new))
        .setDefaultHeaders(authorization(settings))
        .setConnectionConfigCallback(connection ->
            connection
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.requestTimeout())))
        .setConnectionManagerCallback(connections ->
            connections
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections()))
        .setRequestConfigCallback(
            request -> request.setResponseTimeout(Timeout.of(settings.requestTimeout())))
        .build();
  }

  @Bean
  ElasticsearchClient elasticsearchClient(Rest5Client restClient) {
    return new ElasticsearchClient(
        new Rest5ClientTransport(restClient, new Jackson3JsonpMapper(ANSWERS)));
  }

  private static Header[] authorization(ElasticsearchSettings settings) {
    @Nullable String username = settings.username();
    if (settings.apiKey() != null) {
      return new Header[] {new BasicHeader("Authorization", "ApiKey " + settings.apiKey())};
    }
    if (username == null) {
      return new Header[0];
    }
    String pair = username + ":" + (settings.password() == null ? "" : settings.password());
    return new Header[] {
      new BasicHeader(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
    };
  }
}
