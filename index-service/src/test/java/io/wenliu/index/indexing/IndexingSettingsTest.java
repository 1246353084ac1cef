package io.wenliu.index.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IndexingSettingsTest {

  @Test
  void defaultsArePinned() {
    assertThat(bind(Map.of())).isEqualTo(new IndexingSettings(1000, 1, 200));
  }

  @Test
  void everyKeyChangesItsField() {
    assertThat(bind(Map.of("batch-size", "2", "consumers", "3", "vector-batch-size", "4")))
        .isEqualTo(new IndexingSettings(2, 3, 4));
  }

  private static IndexingSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("", IndexingSettings.class);
  }
}
