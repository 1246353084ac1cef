package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;

/// The names of a text in reading order, found by offset.
final class NameIndex {
  /// A name in UTF-16 offsets.
  record Name(int start, int end, EntityType type, String canonical) {}

  private final List<Name> names;

  /// @param names in reading order, none overlapping
  NameIndex(List<Name> names) {
    this.names = names;
  }

  Name at(int index) {
    return names.get(index);
  }

  /// The index of the first name that starts at `offset` or later.
  int firstFrom(int offset) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The names that lie wholly within a stretch of the text.
  List<Name> inside(int from, int to) {
    List<Name> found = new ArrayList<>();
    for (int i = firstFrom(from); i < names.size() && names.get(i).start() < to; i++) {
      if (names.get(i).end() <= to) {
        found.add(names.get(i));
      }
    }
    return found;
  }

  /// Whether a name lies wholly within a stretch of the text.
  boolean anyInside(int from, int to) {
    for (int i = firstFrom(from); i < names.size() && names.get(i).start() < to; i++) {
      if (names.get(i).end() <= to) {
        return true;
      }
    }
    return false;
  }

  /// Whether a name of a type does.
  boolean anyInside(int from, int to, EntityType type) {
    for (int i = firstFrom(from); i < names.size() && names.get(i).start() < to; i++) {
      if (names.get(i).end() <= to && names.get(i).type() == type) {
        return true;
      }
    }
    return false;
  }
}
