package io.wenliu.nlp.lanes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.contract.Stage;
import io.wenliu.nlp.settings.NlpProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the precedence to the lag of the words, as pipeline-kafka measures it.
@Configuration(proxyBeanMethods = false)
class LanesConfiguration {

  @Bean
  Precedence precedence(NlpProperties properties, MeterRegistry meters) {
    return new Precedence(properties.embedding().afterWords(), () -> lag(meters) > 0);
  }

  /// Articles that this instance has yet to enrich; 0 where it does not play that role.
  private static double lag(MeterRegistry meters) {
    return meters.find("wenliu.stage.lag").tag("stage", Stage.ENRICH.id()).gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }
}
