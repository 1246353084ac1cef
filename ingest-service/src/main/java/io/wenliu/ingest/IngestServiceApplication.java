package io.wenliu.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts this service.
@SpringBootApplication
public class IngestServiceApplication {

  /// @param args Spring Boot's command line properties
  public static void main(String[] args) {
    SpringApplication.run(IngestServiceApplication.class, args);
  }
}
