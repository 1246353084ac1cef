package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;

/// The tagger's labels: outside, and begin, inside, end or single for each of the three name types.
final class Tag {
  static final int COUNT = 13;
  static final int OUTSIDE = 0;
  static final int BEGIN = 0;
  static final int INSIDE = 1;
  static final int END = 2;
  static final int SINGLE = 3;

  private static final EntityType[] TYPES = {EntityType.PER, EntityType.LOC, EntityType.ORG};

  private Tag() {}

  static int of(EntityType type, int position) {
    for (int i = 0; i < TYPES.length; i++) {
      if (TYPES[i] == type) {
        return 1 + 4 * i + position;
      }
    }
    throw new IllegalArgumentException("not a tagged type: " + type);
  }

  static int position(int tag) {
    return (tag - 1) & 3;
  }

  static EntityType type(int tag) {
    return TYPES[(tag - 1) >> 2];
  }

  static boolean starts(int tag) {
    return tag != OUTSIDE && (position(tag) == BEGIN || position(tag) == SINGLE);
  }

  static boolean ends(int tag) {
    return tag != OUTSIDE && position(tag) >= END;
  }

  /// Whether one tag may follow another, so that every decoded sequence is a list of whole spans.
  static boolean follows(int previous, int next) {
    boolean open = previous != OUTSIDE && position(previous) <= INSIDE;
    boolean continues = next != OUTSIDE && (position(next) == INSIDE || position(next) == END);
    if (open) {
      return continues && type(previous) == type(next);
    }
    return !continues;
  }
}
