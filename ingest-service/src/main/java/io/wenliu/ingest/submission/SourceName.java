package io.wenliu.ingest.submission;

import io.wenliu.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Makes a source's name of whatever a sender calls itself (a CloudEvents `source` is a URI).
///
/// Different senders have different names, or the documents of one would replace the other's: what
/// is not kept of a name is told by a part of its hash.
public final class SourceName {

  /// Of records that name no source.
  public static final String OF_KAFKA = "kafka";

  private static final int MAX_LENGTH = 64;
  private static final int HASH_LENGTH = 8;
  private static final int MAX_LENGTH_BEFORE_HASH = MAX_LENGTH - HASH_LENGTH - 1;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");
  private static final Pattern LEADING = Pattern.compile("^[^A-Za-z0-9]+");
  private static final Pattern TRAILING = Pattern.compile("[^A-Za-z0-9]+$");
  private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

  private SourceName() {}

  /// As it is, but for one slash at the start, if it is 1 to 64 letters, digits, dots, dashes or
  /// underscores. Else what else there is becomes a dash, around the name it is dropped, and 8 hex
  /// digits of the name's hash follow.
  ///
  /// @param fallback for a name that is empty, or of which nothing is left before its hash
  public static String of(String name, String fallback) {
    String whole = name.strip();
    String stated = whole.startsWith("/") ? whole.substring(1) : whole;
    if (stated.isEmpty()) {
      return fallback;
    }
    if (NAME.matcher(stated).matches()) {
      return stated;
    }
    String clean = FOREIGN.matcher(LEADING.matcher(stated).replaceFirst("")).replaceAll("-");
    String shortened =
        TRAILING
            .matcher(clean.substring(0, Math.min(clean.length(), MAX_LENGTH_BEFORE_HASH)))
            .replaceFirst("");
    String hash = Sha256.hex(stated.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LENGTH);
    return (shortened.isEmpty() ? fallback : shortened) + "-" + hash;
  }
}
