package io.wenliu.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// Starts this service.
@SpringBootApplication
@EnableConfigurationProperties(IngestProperties.class)
public class IngestServiceApplication {

  /// @param args Spring Boot's command line properties
  public static void main(String[] args) {
    SpringApplication.run(IngestServiceApplication.class, args);
  }
}
