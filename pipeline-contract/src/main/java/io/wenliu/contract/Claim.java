package io.wenliu.contract;

import java.util.Objects;
import java.util.regex.Pattern;

/// Stands on Kafka for content that is too large for it; the claim store has the bytes.
///
/// It names content by its hash only, never by a place, so that no message can make a service read
/// a path or an address of the sender's choice.
///
/// @param sha256 of the content, 64 lowercase hex digits
/// @param size in bytes
public record Claim(String sha256, long size) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if the hash is not 64 lowercase hex digits or the size is
  ///   negative
  public Claim {
    Objects.requireNonNull(sha256, "sha256");
    if (!FORM.matcher(sha256).matches() || size < 0) {
      throw new IllegalArgumentException("a claim is a SHA-256 in hex and a size, not: " + sha256);
    }
  }

  /// The claim to these bytes.
  public static Claim to(byte[] content) {
    return new Claim(Sha256.hex(content), content.length);
  }
}
