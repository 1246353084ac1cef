package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/// Names one document of one source for ever, whatever its version: 32 lowercase hex digits.
///
/// It is a hash, so it is URL-safe and of one length whatever a newsroom uses as its own id; the
/// source and its own id travel beside it in the messages.
///
/// @param value 32 lowercase hex digits
public record DocumentId(@JsonValue String value) implements Comparable<DocumentId> {

  private static final int LENGTH = 32;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

  /// @throws IllegalArgumentException if the value is not 32 lowercase hex digits
  @JsonCreator
  public DocumentId {
    Objects.requireNonNull(value, "document id");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a document id is " + LENGTH + " lowercase hex digits, not: " + value);
    }
  }

  /// The document that a source names by an id of its own.
  ///
  /// @param source the submitting system
  /// @param ownId the id that system uses for the document, as it is
  public static DocumentId of(String source, String ownId) {
    return new DocumentId(Sha256.hexOfParts("own-id", source, ownId).substring(0, LENGTH));
  }

  /// The document of a source that gave it no id: the same bytes are the same document.
  public static DocumentId ofContent(String source, byte[] content) {
    return ofContentHash(source, Sha256.hex(content));
  }

  /// The same as [#ofContent], for content that is known by its hash only.
  ///
  /// @param sha256 of the content, 64 lowercase hex digits
  public static DocumentId ofContentHash(String source, String sha256) {
    return new DocumentId(Sha256.hexOfParts("content", source, sha256).substring(0, LENGTH));
  }

  @Override
  public int compareTo(DocumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
