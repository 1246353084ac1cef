package io.wenliu.index;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts this service.
@SpringBootApplication
public class IndexServiceApplication {

  /// @param args Spring Boot's command line properties
  public static void main(String[] args) {
    SpringApplication.run(IndexServiceApplication.class, args);
  }
}
