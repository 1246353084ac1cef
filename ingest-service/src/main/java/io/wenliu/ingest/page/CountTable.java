package io.wenliu.ingest.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// An open-addressed table from two or three characters to a count.
final class CountTable {
  /// A key and its count stand side by side, so that a look-up in a table far larger than the
  /// processor's cache waits for memory once.
  private final long[] cells;

  private final int mask;

  CountTable(int entries) {
    int capacity = Integer.highestOneBit(Math.max(8, entries) * 2 - 1) * 2;
    cells = new long[capacity * 2];
    mask = capacity - 1;
  }

  static CountTable read(DataInputStream in) throws IOException {
    int entries = in.readInt();
    CountTable table = new CountTable(entries);
    long key = 0;
    for (int i = 0; i < entries; i++) {
      key += readVarint(in);
      table.put(key, (int) readVarint(in));
    }
    return table;
  }

  /// Writes ascending keys as differences, so that the compressed table stays small.
  static void write(DataOutputStream out, long[] sortedKeys, int[] counts) throws IOException {
    out.writeInt(sortedKeys.length);
    long last = 0;
    for (int i = 0; i < sortedKeys.length; i++) {
      writeVarint(out, sortedKeys[i] - last);
      writeVarint(out, counts[i]);
      last = sortedKeys[i];
    }
  }

  static long key(char a, char b) {
    return (long) a << 16 | b;
  }

  static long key(char a, char b, char c) {
    return (long) a << 32 | (long) b << 16 | c;
  }

  int count(char a, char b) {
    return get(key(a, b));
  }

  int count(char a, char b, char c) {
    return get(key(a, b, c));
  }

  int capacity() {
    return cells.length / 2;
  }

  long keyAt(int slot) {
    return cells[slot * 2];
  }

  int countAt(int slot) {
    return (int) cells[slot * 2 + 1];
  }

  void put(long key, int count) {
    int slot = slot(key);
    while (cells[slot * 2] != 0 && cells[slot * 2] != key) {
      slot = slot + 1 & mask;
    }
    cells[slot * 2] = key;
    cells[slot * 2 + 1] = count;
  }

  private int get(long key) {
    int slot = slot(key);
    while (cells[slot * 2] != 0) {
      if (cells[slot * 2] == key) {
        return (int) cells[slot * 2 + 1];
      }
      slot = slot + 1 & mask;
    }
    return 0;
  }

  private int slot(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32) & mask;
  }

  private static long readVarint(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    while (true) {
      int b = in.readUnsignedByte();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
      shift += 7;
    }
  }

  private static void writeVarint(DataOutputStream out, long value) throws IOException {
    long rest = value;
    while (rest >= 0x80) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
