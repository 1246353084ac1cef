package io.wenliu.contract;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What a committed schema says about a message, in the lines of [RecordShape].
final class SchemaShape {

  private final SortedSet<String> lines = new TreeSet<>();

  private SchemaShape() {}

  static SortedSet<String> of(Path file) {
    SchemaShape shape = new SchemaShape();
    shape.fields("", file, GoldenFiles.read(file));
    return shape.lines;
  }

  private void fields(String path, Path file, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().has("const")) {
        continue;
      }
      // A list that must not be empty is refused by its record when it is left out.
      boolean required =
          isRequired(schema, property.getKey()) && !property.getValue().has("minItems");
      value(path + "/" + property.getKey() + (required ? "!" : ""), file, property.getValue());
    }
  }

  private static boolean isRequired(JsonNode schema, String field) {
    return schema
        .path("required")
        .valueStream()
        .anyMatch(required -> required.asString().equals(field));
  }

  private void value(String path, Path file, JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asString();
      int hash = reference.indexOf('#');
      String place = hash < 0 ? reference : reference.substring(0, hash);
      Path target = place.isEmpty() ? file : file.resolveSibling(place);
      JsonNode root = GoldenFiles.read(target);
      value(path, target, hash < 0 ? root : root.at(reference.substring(hash + 1)));
    } else if (schema.has("enum")) {
      SortedSet<String> values = new TreeSet<>();
      schema.get("enum").forEach(value -> values.add(value.asString()));
      lines.add(path + " enum " + values);
    } else if (schema.has("oneOf") && !schema.has("type")) {
      for (JsonNode alternative : schema.get("oneOf")) {
        JsonNode target =
            GoldenFiles.read(file).at(alternative.get("$ref").asString().substring(1));
        value(path + "<" + target.at("/properties/kind/const").asString() + ">", file, target);
      }
    } else {
      String type = schema.path("type").asString();
      lines.add(path + " " + type);
      if (type.equals("array")) {
        value(path + "/*", file, schema.get("items"));
      }
      fields(path, file, schema);
    }
  }
}
