package io.wenliu.index.elasticsearch;

import io.wenliu.testkit.Names;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Settings of an installation that a test has for itself.
final class OwnIndices {

  private OwnIndices() {}

  static ElasticsearchSettings settings() {
    String prefix = "t" + Names.unique("x").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return new Binder(
            new MapConfigurationPropertySource(
                Map.of(
                    "uri",
                    System.getProperty("wenliu.elasticsearch.uri"),
                    "index-prefix",
                    prefix + "-")))
        .bindOrCreate("", ElasticsearchSettings.class);
  }
}
