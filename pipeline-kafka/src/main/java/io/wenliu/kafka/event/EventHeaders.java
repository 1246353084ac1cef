package io.wenliu.kafka.event;

/// Names of the record headers: CloudEvents 1.0, Kafka protocol binding, binary mode.
public final class EventHeaders {

  /// CloudEvents `specversion`; always `1.0`.
  public static final String SPEC_VERSION = "ce_specversion";

  /// CloudEvents `id`.
  public static final String ID = "ce_id";

  /// CloudEvents `source`.
  public static final String SOURCE = "ce_source";

  /// CloudEvents `type`; see [io.wenliu.contract.MessageType].
  public static final String TYPE = "ce_type";

  /// CloudEvents `subject`.
  public static final String SUBJECT = "ce_subject";

  /// CloudEvents `time`, ISO 8601.
  public static final String TIME = "ce_time";

  /// Media type of the value.
  public static final String CONTENT_TYPE = "content-type";

  /// Extension: when the pipeline first had the document, by the broker's clock, ISO 8601. On every
  /// record after the first.
  public static final String RECEIVED_AT = "ce_receivedat";

  /// CloudEvents extension `dataref`: `urn:sha256:` and the hash of the value, which is in the
  /// claim store; the record's own value is then empty.
  public static final String DATA_REF = "ce_dataref";

  /// Extension: size in bytes of the value that `dataref` names.
  public static final String DATA_SIZE = "ce_datasize";

  /// What stands before the hash in [#DATA_REF].
  public static final String DATA_REF_PREFIX = "urn:sha256:";

  private EventHeaders() {}
}
