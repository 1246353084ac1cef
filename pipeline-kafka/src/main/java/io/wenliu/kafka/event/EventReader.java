package io.wenliu.kafka.event;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.PipelineMessage;
import io.wenliu.contract.UnreadableMessageException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads contract messages from CloudEvents 1.0 in binary and in structured mode. Thread-safe.
public final class EventReader {

  private static final String STRUCTURED = "application/cloudevents+json";

  /// Whether the record is a CloudEvent in structured mode: attributes and data in one JSON value.
  public static boolean isStructured(InboundRecord record) {
    return record
        .header(EventHeaders.CONTENT_TYPE)
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(STRUCTURED::equals)
        .isPresent();
  }

  /// The contract message that the record carries.
  ///
  /// @throws UnreadableMessageException if it is none of ours or breaks a rule
  /// @throws io.wenliu.kafka.claims.UnreadableClaimException if it went by reference and the
  ///   content is not there
  /// @throws java.io.UncheckedIOException if the claim store cannot be read now
  public PipelineMessage read(InboundRecord record) {
    if (isStructured(record)) {
      return readStructured(record);
    }
    String type =
        record
            .header(EventHeaders.TYPE)
            .orElseThrow(() -> new UnreadableMessageException("no CloudEvents type", null));
    return ContractJson.read(record.content(), messageType(type).message());
  }

  private static PipelineMessage readStructured(InboundRecord record) {
    StructuredEvent event = structured(record);
    try {
      return ContractJson.read(event.data(), messageType(event.type()).message());
    } catch (JacksonException e) {
      throw new UnreadableMessageException(e.getOriginalMessage(), e);
    }
  }

  /// A CloudEvent in structured mode, whatever its type.
  ///
  /// @throws UnreadableMessageException if it is no CloudEvent in JSON
  public static StructuredEvent structured(InboundRecord record) {
    JsonNode event = ContractJson.read(record.content(), JsonNode.class);
    if (!event.isObject() || !event.path("type").isString()) {
      throw new UnreadableMessageException("no CloudEvent: it has no type", null);
    }
    return new StructuredEvent(event);
  }

  private static MessageType messageType(String id) {
    Optional<MessageType> type = MessageType.ofId(id);
    return type.orElseThrow(
        () -> new UnreadableMessageException("no message of ours has the type " + id, null));
  }
}
