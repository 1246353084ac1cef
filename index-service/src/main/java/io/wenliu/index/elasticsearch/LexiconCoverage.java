package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.text.KnownWords;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether every article in the index was read with the dictionaries of today.
///
/// After a release with other dictionaries it is not so until the indices are rebuilt; words are
/// looked for by their characters meanwhile, which finds the same and takes longer. Looked up now
/// and then, beside the searches. Thread-safe.
@Component
public class LexiconCoverage {

  private static final Logger log = LoggerFactory.getLogger(LexiconCoverage.class);
  private static final Duration VALID = Duration.ofSeconds(60);
  private static final Duration VALID_WHILE_INCOMPLETE = Duration.ofSeconds(5);

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final KnownWords words = KnownWords.standard();
  private final AtomicLong lookAgain = new AtomicLong(System.nanoTime());
  private volatile boolean complete;

  LexiconCoverage(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// Whether the index keeps a word for every article in which its characters stand.
  ///
  /// @param word folded
  public boolean keeps(String word) {
    lookNowAndThen();
    return complete && words.contains(word);
  }

  private void lookNowAndThen() {
    long due = lookAgain.get();
    long now = System.nanoTime();
    if (now - due >= 0 && lookAgain.compareAndSet(due, now + VALID.toNanos())) {
      Thread.ofVirtual().name("lexicon-coverage").start(this::look);
    }
  }

  /// What [#keeps(String)] starts beside it.
  void look() {
    boolean found = false;
    try {
      found = countOfOthers() == 0;
    } catch (IOException | ElasticsearchException e) {
      log.debug("Whose words the index keeps cannot be told now: {}", e.toString());
    }
    if (!found) {
      lookAgain.set(System.nanoTime() + VALID_WHILE_INCOMPLETE.toNanos());
    }
    complete = found;
  }

  private long countOfOthers() throws IOException {
    return client
        .count(request ->
            request
                .index(names.toRead(IndexSchema.ARTICLES))
                .query(q ->
                    q.bool(b ->
                        b.filter(f -> f.term(t -> t.field("state").value("alive")))
                            .mustNot(n -> n.term(t -> t.field("lexicon").value(words.version()))))))
        .count();
  }
}
