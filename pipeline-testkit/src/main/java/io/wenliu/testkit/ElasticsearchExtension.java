package io.wenliu.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Behind [NeedsElasticsearch]; by a system property for the reason given at [KafkaExtension].
final class ElasticsearchExtension implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty("wenliu.elasticsearch.uri", TestServers.elasticsearch().toString());
  }
}
