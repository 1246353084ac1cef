package io.wenliu.nlp.names;

/// Turns UTF-16 offsets of a text into offsets in Unicode code points and back.
///
/// A lone surrogate counts as one code point, as in [String#codePointCount].
public final class CodePoints {
  private final int[] byUnit;
  private final int length;

  private CodePoints(int[] byUnit, int length) {
    this.byUnit = byUnit;
    this.length = length;
  }

  public static CodePoints of(String text) {
    int n = text.length();
    int first = 0;
    while (first < n && !Character.isSurrogate(text.charAt(first))) {
      first++;
    }
    if (first == n) {
      return new CodePoints(new int[0], n);
    }
    int[] byUnit = new int[n + 1];
    int point = 0;
    for (int i = 0; i < n; ) {
      int units = Character.charCount(text.codePointAt(i));
      for (int k = 0; k < units; k++) {
        byUnit[i + k] = point;
      }
      i += units;
      point++;
    }
    byUnit[n] = point;
    return new CodePoints(byUnit, n);
  }

  /// The code point offset of a UTF-16 offset.
  public int fromUnit(int unit) {
    return byUnit.length == 0 ? unit : byUnit[unit];
  }

  /// The first UTF-16 offset of a code point offset.
  public int toUnit(int point) {
    if (byUnit.length == 0) {
      return Math.min(point, length);
    }
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byUnit[middle] < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
