package io.wenliu.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.testkit.NeedsElasticsearch;
import io.wenliu.text.KnownWords;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsElasticsearch
class LexiconCoverageIT {

  private final ElasticsearchSettings settings = OwnIndices.settings();
  private final ElasticsearchConfiguration configuration = new ElasticsearchConfiguration();
  private final IndexNames names = new IndexNames(settings);
  private final Rest5Client rest = configuration.elasticsearchRestClient(settings);
  private final ElasticsearchClient client = configuration.elasticsearchClient(rest);
  private final LexiconCoverage coverage = new LexiconCoverage(client, names);

  @BeforeEach
  void createTheIndices() {
    SchemaInstaller installer = new SchemaInstaller(rest, client, names);
    installer.start();
    await().atMost(Duration.ofMinutes(1)).until(installer::installed);
    installer.stop();
  }

  @AfterEach
  void close() throws Exception {
    rest.close();
  }

  @Test
  void dictionaryWordsAreKeptOnceSomebodyHasLooked() {
    assertThat(coverage.keeps("经济")).isFalse();
    await().atMost(Duration.ofMinutes(1)).until(() -> coverage.keeps("经济"));
    assertThat(coverage.keeps("经济济")).isFalse();
  }

  @Test
  void noWordIsKeptWhileAnArticleWasReadWithOtherDictionaries() throws Exception {
    // Given
    write("1", "alive", KnownWords.standard().version());
    coverage.look();
    assertThat(coverage.keeps("经济")).isTrue();

    // When
    write("2", "alive", "of-an-older-release");
    coverage.look();

    // Then
    assertThat(coverage.keeps("经济")).isFalse();
  }

  @Test
  void whatIsWithdrawnDoesNotCount() throws Exception {
    // Given
    write("1", "withdrawn", "of-an-older-release");

    // When
    coverage.look();

    // Then
    assertThat(coverage.keeps("经济")).isTrue();
  }

  private void write(String id, String state, String lexicon) throws Exception {
    client.index(i ->
        i.index(names.toWrite(IndexSchema.ARTICLES))
            .id(id)
            .refresh(Refresh.True)
            .document(Map.of("id", id, "state", state, "lexicon", lexicon)));
  }
}
