package io.wenliu.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.utility.Predefine;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/// How often one word of HanLP's dictionary was seen right behind another, in one hash table; HanLP
/// searches a sorted list for every two words that might be neighbours.
final class Neighbours {

  /// HanLP's table of pairs, as its own class reads it.
  private static final String TABLE = ".table" + Predefine.BIN_EXT;

  /// Bits of the filter that most pairs never seen do not pass.
  private static final int FILTER_BITS = 22;

  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private final long[] table;
  private final int shift;

  private Neighbours(int[] start, int[] pair) {
    int bits = 65 - Long.numberOfLeadingZeros(pair.length);
    this.table = new long[1 << bits];
    this.shift = 64 - bits;
    for (int first = 0; first + 1 < start.length; first++) {
      for (int i = start[first]; i < start[first + 1]; i++) {
        add(first, pair[2 * i], pair[2 * i + 1]);
      }
    }
  }

  /// @throws IOException if HanLP's jar has no such table
  static Neighbours load() throws IOException {
    try (InputStream in = HanLP.Config.IOAdapter.open(HanLP.Config.BiGramDictionaryPath + TABLE);
        ObjectInputStream arrays = new ObjectInputStream(in)) {
      return new Neighbours((int[]) arrays.readObject(), (int[]) arrays.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  /// What it costs to write a word behind another.
  double cost(DictionaryWord word, DictionaryWord behind) {
    int together = together(word.id(), behind.id());
    return together == 0 ? behind.cost() : cost(together, word.frequency(), behind.frequency());
  }

  /// HanLP's interpolation of what is known of two neighbours and of the second of them alone.
  ///
  /// @param together how often the second was seen behind the first
  static double cost(int together, int first, int second) {
    return -Math.log(
        Predefine.lambda * (Predefine.myu * together / (first + 1) + 1 - Predefine.myu)
            + (1 - Predefine.lambda) * second / Predefine.TOTAL_FREQUENCY);
  }

  private int together(int first, int second) {
    if (first < 0) {
      return -first;
    }
    if (second < 0) {
      return -second;
    }
    long hash = hash(first, second);
    int bit = (int) (hash >>> (64 - FILTER_BITS));
    if ((filter[bit >>> 6] & (1L << bit)) == 0) {
      return 0;
    }
    long key = key(first, second);
    for (int slot = (int) (hash >>> shift); ; slot = (slot + 1) & (table.length - 1)) {
      long entry = table[slot];
      if (entry == 0) {
        return 0;
      }
      if ((entry >>> 24) == key) {
        return (int) entry & 0xFFFFFF;
      }
    }
  }

  private void add(int first, int second, int count) {
    if (count == 0) {
      return;
    }
    long hash = hash(first, second);
    int bit = (int) (hash >>> (64 - FILTER_BITS));
    filter[bit >>> 6] |= 1L << bit;
    int slot = (int) (hash >>> shift);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = key(first, second) << 24 | count;
  }

  /// Forty bits: HanLP has fewer than a million words, and no pair was seen 16 million times.
  private static long key(int first, int second) {
    return (long) first << 20 | second;
  }

  private static long hash(int first, int second) {
    long hash = key(first, second) * 0x9E3779B97F4A7C15L;
    return (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
  }
}
