package io.wenliu.nlp.reprints;

import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.text.TextNormalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signs a text by a sample of its passages: the hashes of its 8-grams of characters that fall into
/// a fixed eighth of all hashes.
///
/// Which passages are sampled depends on the passage alone, so two texts that share a passage have
/// sampled it both or not at all, and the share of fingerprints in common estimates the share of
/// text in common, whatever else either of them holds (FracMinHash: Irber et al. 2022,
/// doi:10.1101/2022.01.11.475838). A sample by rank would not do: it says nothing about a short
/// piece inside a long one. Punctuation, white space, width, case and script do not count.
/// Thread-safe.
public final class ReprintSigner {

  /// Fingerprints of one scheme compare with one another only.
  public static final String SCHEME = "frac8-gram8-v1";

  /// In characters.
  private static final int GRAM = 8;

  /// Hashes below this (unsigned) are kept: one in eight.
  private static final int SAMPLE_SHIFT = 61;

  /// Below this many characters a text shares its phrases with anybody.
  private static final int SHORTEST = 40;

  /// What a longer text has more is left out, lowest hashes first kept: about 8,000 characters.
  private static final int MOST_FINGERPRINTS = 1024;

  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final int HEX_DIGITS = 10;

  /// @return null when the text is too short to be told from others
  public @Nullable Signature sign(String text) {
    int[] letters = letters(TextNormalizer.fold(text));
    if (letters.length < SHORTEST) {
      return null;
    }
    long[] sample = sample(letters);
    if (sample.length == 0) {
      return null;
    }
    List<String> fingerprints =
        Arrays.stream(sample)
            .limit(MOST_FINGERPRINTS)
            .mapToObj(hash -> HexFormat.of().toHexDigits(hash, HEX_DIGITS))
            .toList();
    return new Signature(SCHEME, fingerprints);
  }

  /// The share of one text's passages that stand in the other too: 1 for a text inside another.
  ///
  /// @return from 0 to 1; 0 where the schemes differ
  public static double containment(Signature text, Signature other) {
    if (!text.scheme().equals(other.scheme()) || text.fingerprints().isEmpty()) {
      return 0;
    }
    Set<String> others = new HashSet<>(other.fingerprints());
    long shared = text.fingerprints().stream().filter(others::contains).count();
    return shared / (double) text.fingerprints().size();
  }

  /// Lowest first, each once.
  private static long[] sample(int[] letters) {
    long power = 1;
    for (int i = 1; i < GRAM; i++) {
      power *= BASE;
    }
    long[] kept = new long[letters.length / 4 + 16];
    int count = 0;
    long rolling = 0;
    for (int i = 0; i < letters.length; i++) {
      if (i >= GRAM) {
        rolling -= letters[i - GRAM] * power;
      }
      rolling = rolling * BASE + letters[i];
      if (i >= GRAM - 1) {
        long hash = mix(rolling);
        if (hash >>> SAMPLE_SHIFT == 0) {
          if (count == kept.length) {
            kept = Arrays.copyOf(kept, count * 2);
          }
          kept[count++] = hash;
        }
      }
    }
    Arrays.sort(kept, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || kept[i] != kept[i - 1]) {
        kept[distinct++] = kept[i];
      }
    }
    return Arrays.copyOf(kept, distinct);
  }

  private static int[] letters(String text) {
    int[] letters = new int[text.length()];
    int count = 0;
    int i = 0;
    while (i < letters.length) {
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters[count++] = c;
      }
      i += Character.charCount(c);
    }
    return Arrays.copyOf(letters, count);
  }

  /// Spreads the rolling value over all bits (the finalizer of SplitMix64).
  private static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
