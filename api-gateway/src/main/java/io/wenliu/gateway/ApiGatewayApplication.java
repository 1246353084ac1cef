package io.wenliu.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts this service.
@SpringBootApplication
@ConfigurationPropertiesScan
public class ApiGatewayApplication {

  /// @param args Spring Boot's command line properties
  public static void main(String[] args) {
    SpringApplication.run(ApiGatewayApplication.class, args);
  }
}
