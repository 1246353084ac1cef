package io.wenliu.index.formats;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// What an item of text may have by IPTC ninjs 3.1, formats of addresses and times included.
public final class NinjsSchema {

  private static final Schema SCHEMA = read();

  private NinjsSchema() {}

  /// @return empty for an item that keeps to the standard
  public static List<String> violations(JsonNode item) {
    return SCHEMA
        .validate(
            item,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema read() {
    try (InputStream schema =
        Objects.requireNonNull(
            NinjsSchema.class.getResourceAsStream("ninjs-3.1-text.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
