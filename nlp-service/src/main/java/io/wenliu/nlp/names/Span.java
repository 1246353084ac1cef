package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;

/// A typed stretch of a UTF-16 string, end exclusive.
record Span(int start, int end, EntityType type) {
  Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("empty span " + start + ".." + end);
    }
  }

  int length() {
    return end - start;
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
