package io.wenliu.benchmarks.search;

import io.wenliu.benchmarks.pipeline.Corpus;
import io.wenliu.benchmarks.pipeline.PipelineRun;
import io.wenliu.localstack.LocalPipeline;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A newsroom that submits articles at an even pace until it is closed.
final class NewsStream implements AutoCloseable {

  private static final String SOURCE = "bench-news";

  private final Thread thread;
  private final AtomicInteger sent = new AtomicInteger();

  NewsStream(LocalPipeline pipeline, SearchBenchOptions options) {
    Corpus corpus = Corpus.read(options.corpus());
    String bootstrap = pipeline.kafka().bootstrapServers();
    thread = Thread.ofPlatform().daemon().start(() -> stream(bootstrap, corpus, options));
  }

  int sent() {
    return sent.get();
  }

  private void stream(String bootstrap, Corpus corpus, SearchBenchOptions options) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new ByteArraySerializer())) {
      while (!Thread.currentThread().isInterrupted()) {
        // The end of the corpus, which the index does not have yet.
        int number = corpus.size() - 1 - sent.getAndIncrement() % corpus.size();
        var _ = producer.send(PipelineRun.record(SOURCE, corpus.articles().get(number)));
        TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / options.news());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
