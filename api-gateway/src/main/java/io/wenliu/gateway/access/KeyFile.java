package io.wenliu.gateway.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/// Reads the file of API keys:
///
/// ```yaml
/// keys:
///   - name: wire-desk
///     sha256: "64 hex digits"
///     roles: [reader, submitter]
///     sources: [wire-desk]
///     requests-per-second: 20
/// ```
final class KeyFile {

  private static final String KEYS = "keys";

  private KeyFile() {}

  /// One key as it is written down.
  record Entry(
      @DefaultValue("") String name,
      @DefaultValue("") String sha256,
      @DefaultValue Set<Role> roles,
      @DefaultValue Set<String> sources,
      @Nullable @Name("requests-per-second") Integer requestsPerSecond) {

    ApiKey key() {
      return new ApiKey(name, sha256, roles, sources, requestsPerSecond);
    }
  }

  /// @param yaml the file's content
  /// @throws IllegalArgumentException if it breaks a rule of its form; says which
  static List<ApiKey> read(byte[] yaml) {
    var sources = new MutablePropertySources();
    try {
      List<PropertySource<?>> loaded =
          new YamlPropertySourceLoader().load(KEYS, new ByteArrayResource(yaml));
      loaded.forEach(sources::addLast);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("the file of API keys is no YAML", e);
    }
    var binder = new Binder(ConfigurationPropertySources.from(sources));
    try {
      List<ApiKey> keys = new ArrayList<>();
      for (Entry entry :
          binder
              .bind(
                  KEYS,
                  Bindable.listOf(Entry.class),
                  new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
              .orElse(List.of())) {
        keys.add(entry.key());
      }
      requireDistinct(keys);
      return List.copyOf(keys);
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "the file of API keys: "
              + e.getName()
              + " is not a name, sha256, roles, sources and requests-per-second as documented",
          e);
    }
  }

  private static void requireDistinct(List<ApiKey> keys) {
    Set<String> names = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (ApiKey key : keys) {
      if (!names.add(key.name()) || !hashes.add(key.sha256())) {
        throw new IllegalArgumentException(
            "API key '" + key.name() + "': another key has its name or its hash");
      }
    }
  }
}
