package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/// Orders everything that is ever said about one document: higher wins, equal or lower is dropped.
///
/// One number, so that Elasticsearch can compare it as an external version: the content version in
/// the high bits, the processing revision in the low ten. It stays below 2^53, so that JavaScript
/// reads it whole. Re-enrichment by newer software raises the revision only; a new version of the
/// content outranks every revision of the one before.
///
/// @param value `0 ≤ value < 2^53`
public record Version(@JsonValue long value) implements Comparable<Version> {

  /// Highest content version: enough for milliseconds since 1970 until the year 2109.
  public static final long MAX_CONTENT = (1L << 42) - 1;

  /// Highest processing revision.
  public static final int MAX_REVISION = (1 << 10) - 1;

  private static final int REVISION_BITS = 10;

  /// @throws IllegalArgumentException if the value is out of range
  @JsonCreator
  public Version {
    if (value < 0 || value >>> REVISION_BITS > MAX_CONTENT) {
      throw new IllegalArgumentException("a version lies in [0, 2^52), not: " + value);
    }
  }

  /// @param content what the source states: its own number, or its event time in milliseconds since
  ///   1970; else the broker's time of the first record in milliseconds since 1970
  /// @param revision of the software that processed it
  /// @throws IllegalArgumentException if either is out of range
  public static Version of(long content, int revision) {
    if (content < 0 || content > MAX_CONTENT) {
      throw new IllegalArgumentException(
          "a content version lies in [0, " + MAX_CONTENT + "], not: " + content);
    }
    if (revision < 0 || revision > MAX_REVISION) {
      throw new IllegalArgumentException(
          "a processing revision lies in [0, " + MAX_REVISION + "], not: " + revision);
    }
    return new Version(content << REVISION_BITS | revision);
  }

  /// The version of content that is known by its time only.
  ///
  /// @throws IllegalArgumentException if the time is before 1970 or after 2109
  public static Version ofTime(Instant time) {
    try {
      return of(time.toEpochMilli(), 0);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a time that no version can be made of: " + time, e);
    }
  }

  /// What the source stated.
  public long content() {
    return value >>> REVISION_BITS;
  }

  /// The revision of the software that processed it.
  public int revision() {
    return (int) (value & MAX_REVISION);
  }

  /// The same content, processed by another revision of the software.
  public Version withRevision(int revision) {
    return of(content(), revision);
  }

  @Override
  public int compareTo(Version other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
