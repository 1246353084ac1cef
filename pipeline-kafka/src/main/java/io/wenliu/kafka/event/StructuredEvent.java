package io.wenliu.kafka.event;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A CloudEvent whose attributes and data stand in one JSON value (CloudEvents 1.0, JSON format).
public final class StructuredEvent {

  private final JsonNode event;

  StructuredEvent(JsonNode event) {
    this.event = event;
  }

  /// The CloudEvents `type`.
  public String type() {
    return event.path("type").stringValue("");
  }

  /// Any attribute or extension by its CloudEvents name; empty when absent or blank.
  ///
  /// @throws UnreadableMessageException if it is an object or an array, which no attribute may be
  ///   (CloudEvents 1.0, type system)
  public Optional<String> attribute(String name) {
    JsonNode value = event.path(name);
    if (value.isContainer()) {
      throw new UnreadableMessageException(
          "the CloudEvents attribute " + name + " is no value", null);
    }
    return value.isValueNode() && !value.isNull() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /// The data: `data_base64` as bytes, a JSON string where the data is no JSON as UTF-8, else the
  /// JSON itself.
  ///
  /// @throws UnreadableMessageException if there is none, or no base64
  public byte[] data() {
    JsonNode base64 = event.path("data_base64");
    if (base64.isString()) {
      try {
        return Base64.getDecoder().decode(base64.stringValue());
      } catch (IllegalArgumentException e) {
        throw new UnreadableMessageException("data_base64 is no base64", e);
      }
    }
    JsonNode data = event.path("data");
    if (data.isMissingNode() || data.isNull()) {
      throw new UnreadableMessageException("the CloudEvent has no data", null);
    }
    boolean json = attribute("datacontenttype").map(type -> type.contains("json")).orElse(true);
    return data.isString() && !json
        ? data.stringValue().getBytes(StandardCharsets.UTF_8)
        : ContractJson.mapper().writeValueAsBytes(data);
  }
}
