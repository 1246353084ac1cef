package io.wenliu.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One submission that is broken or means harm, as it goes onto Kafka; without a key and headers of
/// CloudEvents also as the body of an HTTP request.
final class HostileFile {

  /// What may come of it.
  enum Ending {
    /// It must be refused with a reason.
    REFUSED,
    /// It may be refused with a reason, or taken for the text that it still is.
    HARMLESS
  }

  static final String SOURCE = "hostile";

  private final String name;
  private final Ending ending;
  private final byte @Nullable [] value;
  private final Map<String, byte[]> headers;
  private final boolean file;

  private HostileFile(
      String name,
      Ending ending,
      byte @Nullable [] value,
      Map<String, byte[]> headers,
      boolean file) {
    this.name = name;
    this.ending = ending;
    this.value = value;
    this.headers = Map.copyOf(headers);
    this.file = file;
  }

  /// A file with the name and type that its sender states.
  static HostileFile file(
      String name, Ending ending, String filename, String contentType, byte[] value) {
    Map<String, byte[]> headers = new HashMap<>();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", name);
    put(headers, "ce_type", "io.wenliu.file.v1");
    put(headers, "ce_source", "/" + SOURCE);
    put(headers, "ce_subject", name);
    put(headers, "ce_filename", filename);
    put(headers, "content-type", contentType);
    return new HostileFile(name, ending, value, headers, true);
  }

  /// An envelope; `json` names the document by the corpus's name.
  static HostileFile envelope(String name, Ending ending, byte[] json) {
    Map<String, byte[]> headers = new HashMap<>();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", name);
    put(headers, "ce_type", "io.wenliu.submission.v1");
    put(headers, "ce_source", "/" + SOURCE);
    put(headers, "content-type", "application/json");
    return new HostileFile(name, ending, json, headers, false);
  }

  /// The same with one header set or, by null, taken away.
  HostileFile with(String header, byte @Nullable [] text) {
    Map<String, byte[]> changed = new HashMap<>(headers);
    if (text == null) {
      changed.remove(header);
    } else {
      changed.put(header, text);
    }
    return new HostileFile(name, ending, value, changed, false);
  }

  HostileFile with(String header, @Nullable String text) {
    return with(header, text == null ? null : text.getBytes(UTF_8));
  }

  /// The same record without a value.
  HostileFile withoutValue() {
    return new HostileFile(name, ending, null, headers, false);
  }

  String name() {
    return name;
  }

  Ending ending() {
    return ending;
  }

  byte @Nullable [] value() {
    return value == null ? null : value.clone();
  }

  int size() {
    return value == null ? 0 : value.length;
  }

  Map<String, byte[]> headers() {
    return headers;
  }

  /// Whether name, type and bytes are all there is to it, so that it can go by HTTP too.
  boolean isFile() {
    return file;
  }

  String header(String header) {
    return new String(headers.getOrDefault(header, new byte[0]), UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void put(Map<String, byte[]> headers, String header, String text) {
    headers.put(header, text.getBytes(UTF_8));
  }
}
