package io.wenliu.nlp.enrichment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Times each annotator (`wenliu.nlp.annotator`, whose count is its articles) and counts what
/// failed (`wenliu.nlp.annotator.failures`).
final class AnnotatorMetrics implements AnnotatorObserver {

  private final Map<Annotator, Timer> timers = new EnumMap<>(Annotator.class);
  private final Map<Annotator, Counter> failures = new EnumMap<>(Annotator.class);

  AnnotatorMetrics(MeterRegistry meters) {
    for (Annotator annotator : Annotator.values()) {
      timers.put(
          annotator,
          Timer.builder("wenliu.nlp.annotator")
              .description("Time that an annotator takes for an article")
              .tag("annotator", annotator.id())
              .register(meters));
      failures.put(
          annotator,
          Counter.builder("wenliu.nlp.annotator.failures")
              .description("Articles whose part the annotator could not give")
              .tag("annotator", annotator.id())
              .register(meters));
    }
  }

  @Override
  public void annotated(Annotator annotator, long nanos, boolean failed) {
    timers.get(annotator).record(nanos, TimeUnit.NANOSECONDS);
    if (failed) {
      failures.get(annotator).increment();
    }
  }
}
