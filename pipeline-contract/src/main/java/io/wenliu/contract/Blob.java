package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// Immutable bytes; base64 in JSON (RFC 4648 section 4).
public final class Blob {

  private final byte[] bytes;

  private Blob(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Copies the bytes.
  @JsonCreator
  public static Blob of(byte[] bytes) {
    return new Blob(bytes.clone());
  }

  /// A copy of the bytes.
  @JsonValue
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Number of bytes.
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Blob[" + bytes.length + " bytes]";
  }
}
