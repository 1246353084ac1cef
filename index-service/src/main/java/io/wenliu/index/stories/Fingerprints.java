package io.wenliu.index.stories;

import io.wenliu.contract.Enrichment.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares articles by the passages they share.
///
/// A signature samples passages by their hash alone, so a sample of it by hash is one too: the
/// index keeps an eighth of each, enough to find candidates and to fold hits; the whole signature,
/// which stands in the enrichment, judges.
public final class Fingerprints {

  /// Of the shorter text's sampled passages, so many stand in the longer too: a reprint.
  public static final double REPRINT = 0.5;

  /// Fewer shared passages may be a phrase that everybody uses.
  private static final int LEAST_SHARED = 3;

  private static final String SAMPLED_ENDS = "08";

  private Fingerprints() {}

  /// What the index keeps of a signature. Fingerprints of different schemes never meet.
  public static List<String> sample(@Nullable Signature signature) {
    if (signature == null) {
      return List.of();
    }
    String scheme = Integer.toHexString(signature.scheme().hashCode() & 0xff);
    return signature.fingerprints().stream()
        .filter(f -> !f.isEmpty() && SAMPLED_ENDS.indexOf(f.charAt(f.length() - 1)) >= 0)
        .map(f -> scheme + f.toLowerCase(Locale.ROOT))
        .toList();
  }

  /// Whether two samples speak of one text.
  static boolean areReprints(Set<String> one, Set<String> other) {
    long shared = shared(one, other);
    return shared >= LEAST_SHARED && shared >= REPRINT * Math.min(one.size(), other.size());
  }

  /// The share of the shorter text's passages that stand in the longer too.
  ///
  /// @return from 0 to 1; 0 where the schemes differ
  static double similarity(Signature one, Signature other) {
    if (!one.scheme().equals(other.scheme())
        || one.fingerprints().isEmpty()
        || other.fingerprints().isEmpty()) {
      return 0;
    }
    Set<String> a = new HashSet<>(one.fingerprints());
    Set<String> b = new HashSet<>(other.fingerprints());
    return shared(a, b) / (double) Math.min(a.size(), b.size());
  }

  private static long shared(Set<String> one, Set<String> other) {
    return one.size() <= other.size()
        ? one.stream().filter(other::contains).count()
        : shared(other, one);
  }
}
