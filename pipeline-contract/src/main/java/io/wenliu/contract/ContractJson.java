package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one JSON form of every message: absent values are left out, unknown ones are ignored, times
/// are ISO 8601 in UTC. Thread-safe.
public final class ContractJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Two values for one field: nobody can tell which the sender meant.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ContractJson() {}

  /// The mapper itself, for services that put contract types into JSON of their own.
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// @return UTF-8
  public static byte[] write(PipelineMessage message) {
    return MAPPER.writeValueAsBytes(message);
  }

  /// @param json UTF-8
  /// @throws UnreadableMessageException if it is no JSON or breaks a rule of the message
  public static <T> T read(byte[] json, Class<T> message) {
    try {
      T value = MAPPER.readValue(json, message);
      if (value == null) {
        throw new UnreadableMessageException("the message is null", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new UnreadableMessageException(e.getOriginalMessage(), e);
    }
  }
}
