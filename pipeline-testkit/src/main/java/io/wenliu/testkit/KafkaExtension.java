package io.wenliu.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Behind [NeedsKafka]. A system property, because Spring reads it before any context of a test is
/// made, whatever the order of extensions, and it keeps contexts equal, so they are shared.
final class KafkaExtension implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("spring.kafka.bootstrap-servers", TestServers.kafka());
  }
}
