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

  private final int[] keys;
  private final byte[] weights;
  private final float scale;
  final float[] transitions;

  private TagModel(int[] keys, byte[] weights, float scale, float[] transitions) {
    this.keys = keys;
    this.weights = weights;
    this.scale = scale;
    this.transitions = transitions;
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
    int capacity = Integer.highestOneBit(Math.max(16, features.length) * 2 - 1) << 1;
    int[] keys = new int[capacity];
    byte[] weights = new byte[capacity * Tag.COUNT];
    for (int f = 0; f < features.length; f++) {
      int slot = slot(features[f], capacity - 1);
      while (keys[slot] != 0) {
        slot = (slot + 1) & (capacity - 1);
      }
      keys[slot] = features[f];
      for (int t = 0; t < Tag.COUNT; t++) {
        weights[slot * Tag.COUNT + t] = (byte) Math.round(values[f][t] / scale);
      }
    }
    return new TagModel(keys, weights, scale, transitions);
  }

  /// Adds up the weights of the given features for every tag.
  void score(int[] features, int count, float[] out) {
    int[] sum = new int[Tag.COUNT];
    int mask = keys.length - 1;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      int slot = slot(key, mask);
      while (keys[slot] != 0) {
        if (keys[slot] == key) {
          int base = slot * Tag.COUNT;
          for (int t = 0; t < Tag.COUNT; t++) {
            sum[t] += weights[base + t];
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    for (int t = 0; t < Tag.COUNT; t++) {
      out[t] = sum[t] * scale;
    }
  }

  private static int slot(int key, int mask) {
    return (key ^ (key >>> 15)) & mask;
  }

  void write(OutputStream target) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(target))) {
      out.writeInt(MAGIC);
      out.writeFloat(scale);
      for (float t : transitions) {
        out.writeFloat(t);
      }
      int[] slots =
          IntStream.range(0, keys.length)
              .filter(i -> keys[i] != 0)
              .boxed()
              .sorted(Comparator.comparingInt(i -> keys[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      out.writeInt(slots.length);
      for (int slot : slots) {
        out.writeInt(keys[slot]);
      }
      for (int t = 0; t < Tag.COUNT; t++) {
        for (int slot : slots) {
          out.writeByte(weights[slot * Tag.COUNT + t]);
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
      int capacity = Integer.highestOneBit(Math.max(16, count) * 2 - 1) << 1;
      int[] keys = new int[capacity];
      int[] slots = new int[count];
      for (int i = 0; i < count; i++) {
        int slot = slot(features[i], capacity - 1);
        while (keys[slot] != 0) {
          slot = (slot + 1) & (capacity - 1);
        }
        keys[slot] = features[i];
        slots[i] = slot;
      }
      byte[] weights = new byte[capacity * Tag.COUNT];
      for (int t = 0; t < Tag.COUNT; t++) {
        for (int i = 0; i < count; i++) {
          weights[slots[i] * Tag.COUNT + t] = in.readByte();
        }
      }
      return new TagModel(keys, weights, scale, transitions);
    }
  }
}
