package io.wenliu.ingest.extract;

import io.wenliu.ingest.IngestProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The extractor that the service uses.
@Configuration(proxyBeanMethods = false)
class ExtractConfiguration {

  @Bean
  AcceptedTypes acceptedTypes(IngestProperties properties) {
    return new AcceptedTypes(properties.acceptedTypes());
  }

  @Bean
  TextExtractor textExtractor(AcceptedTypes types, IngestProperties properties) {
    return new TikaTextExtractor(types, properties.maxCharacters());
  }
}
