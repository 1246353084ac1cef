package io.wenliu.index.elasticsearch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.wenliu.index.elasticsearch.IndexWrite.Outcome;
import io.wenliu.index.elasticsearch.IndexWrite.Outranked;
import io.wenliu.index.elasticsearch.IndexWrite.Refused;
import io.wenliu.index.elasticsearch.IndexWrite.Written;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// How fast and with what result documents are written.
@Component
class BulkMetrics {

  private final MeterRegistry registry;
  private final Timer latency;
  private final Counter retries;

  BulkMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.latency =
        Timer.builder("wenliu.index.bulk")
            .description("Time of one bulk request")
            .publishPercentileHistogram()
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
    this.retries =
        Counter.builder("wenliu.index.bulk.retries")
            .description("Writes that Elasticsearch had to be asked for again")
            .register(registry);
  }

  <T> T timed(Request<T> request) throws IOException {
    Timer.Sample sample = Timer.start(registry);
    try {
      return request.send();
    } finally {
      sample.stop(latency);
    }
  }

  void retried(int writes) {
    retries.increment(writes);
  }

  void settled(IndexSchema target, Outcome outcome) {
    String word =
        switch (outcome) {
          case Written _ -> "written";
          case Outranked _ -> "conflict";
          case Refused _ -> "refused";
        };
    registry
        .counter(
            "wenliu.index.writes", "index", target.name().toLowerCase(Locale.ROOT), "outcome", word)
        .increment();
  }

  /// A request to Elasticsearch.
  interface Request<T> {
    T send() throws IOException;
  }
}
