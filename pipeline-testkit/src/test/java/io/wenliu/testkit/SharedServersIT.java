package io.wenliu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

@NeedsKafka
@NeedsElasticsearch
class SharedServersIT {

  @Test
  void theBrokerMakesATopic() throws Exception {
    // Given
    String topic = Names.unique("testkit");

    // When
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
          .all()
          .get(30, TimeUnit.SECONDS);

      // Then
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains(topic);
    }
  }

  @Test
  void theSearchServerStoresADocument() throws Exception {
    // Given
    URI document = TestServers.elasticsearch().resolve("/" + Names.unique("testkit") + "/_doc/1");

    // When
    HttpResponse<String> answer;
    try (HttpClient http = HttpClient.newHttpClient()) {
      answer =
          http.send(
              HttpRequest.newBuilder(document)
                  .header("Content-Type", "application/json")
                  .PUT(HttpRequest.BodyPublishers.ofString("{\"headline\":\"青山村办起夜校\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void springFindsTheServersThatTheClassNeeds() {
    assertThat(System.getProperty("spring.kafka.bootstrap-servers")).isEqualTo(TestServers.kafka());
    assertThat(System.getProperty("wenliu.elasticsearch.uri"))
        .isEqualTo(TestServers.elasticsearch().toString());
  }

  @Test
  void theServersAreStartedOnce() {
    assertThat(TestServers.kafka()).isSameAs(TestServers.kafka());
    assertThat(TestServers.elasticsearch()).isSameAs(TestServers.elasticsearch());
  }
}
