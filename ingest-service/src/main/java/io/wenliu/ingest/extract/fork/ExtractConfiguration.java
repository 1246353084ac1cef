package io.wenliu.ingest.extract.fork;

import io.wenliu.ingest.IngestProperties;
import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.extract.ExtractionLimits;
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
  ForkedTextExtractor textExtractor(IngestProperties properties) {
    IngestProperties.Parser parser = properties.parser();
    return new ForkedTextExtractor(
        new ExtractionLimits(
            properties.acceptedTypes(),
            properties.maxCharacters(),
            parser.processes(),
            parser.maxHeap(),
            parser.timeLimit(),
            parser.filesPerProcess()));
  }
}
