package io.wenliu.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lowercase hex: what identities and the claim store are named by.
public final class Sha256 {

  private Sha256() {}

  /// @return 64 lowercase hex digits
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /// Hashes the parts one after another, each closed by a NUL, so that no two different lists of
  /// NUL-free parts hash alike.
  ///
  /// @return 64 lowercase hex digits
  static String hexOfParts(String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
