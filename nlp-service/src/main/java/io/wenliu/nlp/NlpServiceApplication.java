package io.wenliu.nlp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts this service.
@SpringBootApplication
@ConfigurationPropertiesScan
public class NlpServiceApplication {

  /// @param args Spring Boot's command line properties
  public static void main(String[] args) {
    SpringApplication.run(NlpServiceApplication.class, args);
  }
}
