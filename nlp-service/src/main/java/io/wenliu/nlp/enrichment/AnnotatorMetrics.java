package io.wenliu.nlp.enrichment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Times each annotator (`wenliu.nlp.annotator`, whose count is its articles) and counts what
/// failed (`wenliu.nlp.annotator.failures`).
final class AnnotatorMetrics implements AnnotatorObserver {

  private final Map<Annotator, Meters> meters = new EnumMap<>(Annotator.class);

  AnnotatorMetrics(MeterRegistry registry) {
    for (Annotator annotator : Annotator.values()) {
      meters.put(
          annotator,
          new Meters(
              Timer.builder("wenliu.nlp.annotator")
                  .description("Time that an annotator takes for an article")
                  .tag("annotator", annotator.id())
                  .register(registry),
              Counter.builder("wenliu.nlp.annotator.failures")
                  .description("Articles whose part the annotator could not give")
                  .tag("annotator", annotator.id())
                  .register(registry)));
    }
  }

  @Override
  public void annotated(Annotator annotator, long nanos, boolean failed) {
    Meters meters = Objects.requireNonNull(this.meters.get(annotator));
    meters.timer().record(nanos, TimeUnit.NANOSECONDS);
    if (failed) {
      meters.failures().increment();
    }
  }

  private record Meters(Timer timer, Counter failures) {}
}
