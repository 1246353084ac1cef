package io.wenliu.index.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// How long each step of a search takes, so that a slow one tells where. Thread-safe.
@Component
class SearchSteps {

  private final Map<Step, Timer> timers = new EnumMap<>(Step.class);

  SearchSteps(MeterRegistry registry) {
    for (Step step : Step.values()) {
      timers.put(
          step,
          Timer.builder("wenliu.index.search.step")
              .description("Time of one step of a search")
              .tag("step", step.name().toLowerCase(Locale.ROOT))
              .publishPercentileHistogram()
              .maximumExpectedValue(Duration.ofSeconds(10))
              .register(registry));
    }
  }

  /// What a search does; [#VECTOR] and [#NEAR] go on beside [#WORDS].
  enum Step {
    /// The query's vector, asked of nlp-service.
    VECTOR,
    /// Articles near it.
    NEAR,
    /// Articles that have the words, and facets.
    WORDS,
    /// Which of the near ones stand.
    CONFIRM,
    /// The articles of the page.
    READ
  }

  <T> T timed(Step step, Supplier<T> work) {
    Timer timer = timers.get(step);
    if (timer == null) {
      throw new IllegalStateException("no timer for " + step);
    }
    return timer.record(work);
  }
}
