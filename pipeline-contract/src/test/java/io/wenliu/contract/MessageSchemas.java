package io.wenliu.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The committed JSON Schemas, read from the source tree.
final class MessageSchemas {

  static final Path FOLDER = Path.of("src/main/resources/io/wenliu/contract/schemas");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(MessageSchemas::load));

  /// Schemas refer to each other by file name; the address before it is of no meaning.
  private static final String BASE = "https://schemas.invalid/";

  private static final Schema META =
      REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  private MessageSchemas() {}

  static Path file(MessageType type) {
    return FOLDER.resolve(type.id() + ".schema.json");
  }

  static List<String> violations(MessageType type, JsonNode message) {
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + file(type).getFileName()));
    return texts(
        schema.validate(
            message,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))));
  }

  static List<String> violationsOfMetaSchema(JsonNode schema) {
    return texts(META.validate(schema));
  }

  private static @Nullable String load(String address) {
    return address.startsWith(BASE)
        ? new String(
            GoldenFiles.bytes(FOLDER.resolve(address.substring(BASE.length()))),
            StandardCharsets.UTF_8)
        : null;
  }

  private static List<String> texts(List<Error> errors) {
    return errors.stream().map(Error::toString).toList();
  }
}
