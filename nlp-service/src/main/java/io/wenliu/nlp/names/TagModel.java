package io.wenliu.nlp.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A linear-chain conditional random field: weights of hashed features and of tag pairs.
///
/// Weights are bytes times a common scale; immutable, safe for threads. File format: gzip over `int
/// magic, float scale, float[13*13] transitions, int count`, then per feature, sorted by key, `int
/// key, byte[13] weights`.
final class TagModel {
  private static final int MAGIC = 0x574C4E31;

  /// Added to each weight, so that none is negative and four can be added up in one word.
  private static final int BIAS = 128;

  /// Every second byte: four sums of sixteen bits, which 64 weights do not fill.
  private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;

  private static final int LANE = 16;
  private static final int LANE_MASK = (1 << LANE) - 1;

  /// A slot has 24 bits beside its weights.
  private static final int CHECK_SHIFT = 40;

  private static final int CHECK_BITS = 64 - CHECK_SHIFT;

  /// A bit for each known key's hash; most features of a text are unknown and stop here, in a table
  /// small enough for the processor's cache.
  private static final int FILTER_BITS = 21;

  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  /// Open addressing, two words a slot: the weights as bytes, then how far the key lies from its
  /// own slot, and those bits of the key that its own slot does not tell. 0 for an empty slot.
  private final long[] slots;

  /// How many bits of a mixed key are not told by its slot.
  private final int restBits;

  private final int size;
  private final float scale;
  final float[] transitions;

  private TagModel(int[] features, byte[][] weights, float scale, float[] transitions) {
    int capacity = Integer.highestOneBit(Math.max(1 << 12, features.length) * 2 - 1) << 1;
    this.slots = new long[capacity * 2];
    this.restBits = 32 - Integer.numberOfTrailingZeros(capacity);
    this.size = features.length;
    this.scale = scale;
    this.transitions = transitions;
    for (int f = 0; f < features.length; f++) {
      put(features[f], weights, f);
    }
  }

  /// Lays out trained weights; `values[i]` are the 13 weights of `features[i]`.
  static TagModel of(int[] features, float[][] values, float[] transitions) {
    float max = 1e-6f;
    for (float[] row : values) {
      for (float w : row) {
        max = Math.max(max, Math.abs(w));
      }
    }
    float scale = max / 127;
    byte[][] weights = new byte[Tag.COUNT][features.length];
    for (int f = 0; f < features.length; f++) {
      for (int t = 0; t < Tag.COUNT; t++) {
        weights[t][f] = (byte) Math.round(values[f][t] / scale);
      }
    }
    return new TagModel(features, weights, scale, transitions);
  }

  private void put(int key, byte[][] weights, int f) {
    int mixed = mixed(key);
    int bit = mixed >>> (32 - FILTER_BITS);
    filter[bit >>> 6] |= 1L << bit;
    int slot = (mixed >>> restBits) * 2;
    int distance = 0;
    while (slots[slot + 1] != 0) {
      slot = (slot + 2) & (slots.length - 1);
      distance++;
    }
    if (distance >>> (CHECK_BITS - restBits) != 0) {
      throw new IllegalStateException("too many features for the table");
    }
    for (int t = 0; t < Tag.COUNT; t++) {
      slots[slot + (t >>> 3)] |= (long) (weights[t][f] + BIAS) << ((t & 7) * 8);
    }
    slots[slot + 1] |= (long) check(mixed, distance) << CHECK_SHIFT;
  }

  /// Adds up the weights of the given features for every tag.
  ///
  /// @param features their first `count` are keys; known ones come to the front
  /// @param secondWords room for as many; what stands there afterwards means nothing
  void score(int[] features, int count, long[] secondWords, float[] out) {
    // First passes without branches, so that the processor waits for all memory at once, then one
    // over little but what is there.
    int likely = 0;
    for (int f = 0; f < count; f++) {
      int mixed = mixed(features[f]);
      int bit = mixed >>> (32 - FILTER_BITS);
      features[likely] = mixed;
      likely += (int) (filter[bit >>> 6] >>> bit) & 1;
    }
    for (int f = 0; f < likely; f++) {
      secondWords[f] = slots[(features[f] >>> restBits) * 2 + 1];
    }
    long even = 0;
    long odd = 0;
    long evenRest = 0;
    long oddRest = 0;
    int known = 0;
    for (int f = 0; f < likely; f++) {
      int mixed = features[f];
      int slot = (mixed >>> restBits) * 2;
      int check = check(mixed, 0);
      long second = secondWords[f];
      while (second != 0) {
        if ((int) (second >>> CHECK_SHIFT) == check) {
          long first = slots[slot];
          even += first & EVEN_BYTES;
          odd += (first >>> 8) & EVEN_BYTES;
          evenRest += second & EVEN_BYTES;
          oddRest += (second >>> 8) & EVEN_BYTES;
          known++;
          break;
        }
        slot = (slot + 2) & (slots.length - 1);
        second = slots[slot + 1];
        check += 1 << restBits;
      }
    }
    int bias = known * BIAS;
    for (int t = 0; t < Tag.COUNT; t++) {
      long sums = t < 8 ? (t & 1) == 0 ? even : odd : (t & 1) == 0 ? evenRest : oddRest;
      out[t] = (((int) (sums >>> (((t & 7) >>> 1) * LANE)) & LANE_MASK) - bias) * scale;
    }
  }

  private int check(int mixed, int distance) {
    return distance << restBits | (mixed & ((1 << restBits) - 1));
  }

  /// Spreads keys; two keys never become one.
  private static int mixed(int key) {
    return (key ^ (key >>> 15)) * 0x9E3779B1;
  }

  private static int unmixed(int mixed) {
    int key = mixed * 0x0E8B2F51;
    return key ^ (key >>> 15) ^ (key >>> 30);
  }

  private int key(int slot) {
    int check = (int) (slots[slot * 2 + 1] >>> CHECK_SHIFT);
    int own = (slot - (check >>> restBits)) & (slots.length / 2 - 1);
    return unmixed(own << restBits | (check & ((1 << restBits) - 1)));
  }

  private int weight(int slot, int tag) {
    return (int) (slots[slot * 2 + (tag >>> 3)] >>> ((tag & 7) * 8) & 0xFF) - BIAS;
  }

  void write(OutputStream target) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(target))) {
      out.writeInt(MAGIC);
      out.writeFloat(scale);
      for (float t : transitions) {
        out.writeFloat(t);
      }
      int[] sorted =
          IntStream.range(0, slots.length / 2)
              .filter(i -> slots[i * 2 + 1] != 0)
              .boxed()
              .sorted(Comparator.comparingInt(this::key))
              .mapToInt(Integer::intValue)
              .toArray();
      out.writeInt(size);
      for (int slot : sorted) {
        out.writeInt(key(slot));
      }
      for (int t = 0; t < Tag.COUNT; t++) {
        for (int slot : sorted) {
          out.writeByte(weight(slot, t));
        }
      }
    }
  }

  static TagModel read(InputStream source) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(source), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a name model");
      }
      float scale = in.readFloat();
      float[] transitions = new float[Tag.COUNT * Tag.COUNT];
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] = in.readFloat();
      }
      int count = in.readInt();
      int[] features = new int[count];
      for (int i = 0; i < count; i++) {
        features[i] = in.readInt();
      }
      byte[][] weights = new byte[Tag.COUNT][count];
      for (byte[] ofTag : weights) {
        in.readFully(ofTag);
      }
      return new TagModel(features, weights, scale, transitions);
    }
  }
}
