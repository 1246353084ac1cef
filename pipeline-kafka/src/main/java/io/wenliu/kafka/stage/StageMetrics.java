package io.wenliu.kafka.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.kafka.event.InboundRecord;
import java.time.Clock;
import java.time.Duration;

/// What a stage tells about itself: `wenliu.stage.records`, `.latency`, `.processing`, `.failures`,
/// `.retries`, `.lag`.
final class StageMetrics {

  private final MeterRegistry registry;
  private final Tags tags;
  private final Clock clock;
  private final Timer latency;
  private final Timer processing;

  StageMetrics(MeterRegistry registry, Stage stage, Lane lane, Clock clock) {
    this.registry = registry;
    this.tags = Tags.of("stage", stage.id(), "lane", lane.id());
    this.clock = clock;
    this.latency =
        Timer.builder("wenliu.stage.latency")
            .description("From the record's time on its topic until the stage is done with it")
            .tags(tags)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(registry);
    this.processing =
        Timer.builder("wenliu.stage.processing")
            .description(
                "The stage's own work on one record, or on one batch where it takes batches")
            .tags(tags)
            .register(registry);
  }

  void processed(Duration time) {
    processing.record(time);
  }

  void done(InboundRecord record, boolean rejected) {
    registry
        .counter("wenliu.stage.records", tags.and("outcome", rejected ? "rejected" : "done"))
        .increment();
    Duration sinceArrival = Duration.between(record.timestamp(), clock.instant());
    latency.record(sinceArrival.isNegative() ? Duration.ZERO : sinceArrival);
  }

  /// @param kind `rejected`, `timeout` or the exception's simple name
  void failed(String kind) {
    registry.counter("wenliu.stage.failures", tags.and("reason", kind)).increment();
  }

  void retried(Throwable cause) {
    registry
        .counter("wenliu.stage.retries", tags.and("reason", cause.getClass().getSimpleName()))
        .increment();
  }
}
