package io.wenliu.ingest.submission;

import java.util.regex.Pattern;

/// Makes a source's name of whatever a sender calls itself (a CloudEvents `source` is a URI).
public final class SourceName {

  /// Of records that name no source.
  public static final String OF_KAFKA = "kafka";

  private static final int MAX_LENGTH = 64;
  private static final Pattern LEADING = Pattern.compile("^[^A-Za-z0-9]+");
  private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

  private SourceName() {}

  /// Letters, digits, dots, dashes and underscores; what else there is becomes a dash, at the start
  /// it is dropped.
  ///
  /// @param fallback for a name that nothing is left of
  public static String of(String name, String fallback) {
    String clean = FOREIGN.matcher(LEADING.matcher(name).replaceFirst("")).replaceAll("-");
    String shortened = clean.substring(0, Math.min(clean.length(), MAX_LENGTH));
    return shortened.isEmpty() ? fallback : shortened;
  }
}
