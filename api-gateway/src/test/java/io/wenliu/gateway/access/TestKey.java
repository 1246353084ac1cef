package io.wenliu.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// A key and what the file of keys says of it.
///
/// @param rights the lines of its entry after name and hash, one a line
public record TestKey(String name, String rights) {

  public static final TestKey READER = new TestKey("desk", "roles: [reader]");
  public static final TestKey SUBMITTER =
      new TestKey("wire", "roles: [submitter]\nsources: [wire, wire-2]");
  public static final TestKey OPERATOR = new TestKey("night-shift", "roles: [operator]");

  /// What a client sends.
  public String key() {
    return ApiKeys.PREFIX + name + "-".repeat(20);
  }

  private String entry() {
    String hash = HexFormat.of().formatHex(ApiKeys.sha256(key()));
    return "  - name: %s%n    sha256: \"%s\"%n    %s%n"
        .formatted(name, hash, rights.replace("\n", "\n    "));
  }

  /// Writes a file of these keys.
  public static Path write(Path file, TestKey... keys) {
    try {
      return Files.writeString(
          file, "keys:\n" + Arrays.stream(keys).map(TestKey::entry).collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
