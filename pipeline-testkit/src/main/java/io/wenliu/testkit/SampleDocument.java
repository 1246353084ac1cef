package io.wenliu.testkit;

import java.util.Arrays;
import java.util.Objects;

/// A file as a newsroom would submit it.
///
/// Two are equal when name, content type and bytes are.
public final class SampleDocument {

  private final String name;
  private final String contentType;
  private final byte[] bytes;
  private final String text;

  SampleDocument(String name, String contentType, byte[] bytes, String text) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes.clone();
    this.text = text;
  }

  /// File name with its extension.
  public String name() {
    return name;
  }

  /// Media type as the sender would state it, without a charset.
  public String contentType() {
    return contentType;
  }

  /// A copy of the file's content.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// What a reader of the file sees, lines ended by single line feeds.
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleDocument document
        && name.equals(document.name)
        && contentType.equals(document.contentType)
        && Arrays.equals(bytes, document.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, contentType, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return name;
  }
}
