package io.wenliu.nlp.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.wenliu.contract.Embedding;
import io.wenliu.kafka.stage.TransientException;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.NlpProperties.EmbeddingProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Makes the vectors of documents: sorted by length and computed in small batches, so that hardly
/// any padding is computed, and with a look at the other lanes before each batch.
public final class DocumentEmbedder implements AutoCloseable {

  private final SentenceModel model;
  private final Precedence precedence;
  private final EmbeddingProperties properties;
  private final ExecutorService callers;
  private final Timer timer;

  /// @param meters receives how long batches take
  @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it but the time that others wait.
  public DocumentEmbedder(
      SentenceModel model,
      Precedence precedence,
      EmbeddingProperties properties,
      MeterRegistry meters) {
    this.model = model;
    this.precedence = precedence;
    this.properties = properties;
    // Of all work on the machine, the vectors of articles can best wait.
    this.callers =
        Executors.newFixedThreadPool(
            properties.callers(),
            Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("embed-", 1).factory());
    this.timer =
        Timer.builder("wenliu.nlp.embedding")
            .description("Time that a batch of vectors takes")
            .register(meters);
  }

  /// @return the vectors in the order of the texts
  /// @throws TransientException if words kept it waiting for too long
  public List<Embedding> embed(List<String> texts) throws InterruptedException {
    int[] pieces = texts.stream().mapToInt(model::pieces).toArray();
    List<Integer> byLength = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    // The longest first: at the end a caller then waits for no more than a short one.
    byLength.sort(Comparator.comparingInt(i -> -pieces[i]));
    Embedding[] vectors = new Embedding[texts.size()];
    List<Future<?>> batches = new ArrayList<>();
    for (int from = 0; from < byLength.size(); from += properties.batchSize()) {
      List<Integer> batch =
          byLength.subList(from, Math.min(byLength.size(), from + properties.batchSize()));
      batches.add(callers.submit(() -> embed(texts, batch, vectors)));
    }
    try {
      for (Future<?> batch : batches) {
        batch.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      batches.forEach(rest -> rest.cancel(true));
    }
    return Arrays.asList(vectors);
  }

  private void embed(List<String> texts, List<Integer> batch, Embedding[] vectors) {
    try {
      if (!precedence.awaitFree(properties.patience())) {
        throw new TransientException("words go first", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while words went first", e);
    }
    List<Embedding> made = timer.record(() -> model.embed(batch.stream().map(texts::get).toList()));
    for (int i = 0; i < batch.size(); i++) {
      vectors[batch.get(i)] = made.get(i);
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
  }
}
