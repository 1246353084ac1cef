package io.wenliu.benchmarks;

import java.util.Iterator;
import java.util.List;

/// The words of a command line, one after the other.
public final class Words {

  private final Iterator<String> words;

  public Words(List<String> words) {
    this.words = words.iterator();
  }

  public boolean hasNext() {
    return words.hasNext();
  }

  public String next() {
    return words.next();
  }

  /// The word after an option.
  ///
  /// @throws IllegalArgumentException with a sentence for the caller if there is none
  public String valueOf(String option) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " 缺少值（needs a value）");
    }
    return words.next();
  }

  /// The number after an option.
  ///
  /// @throws IllegalArgumentException with a sentence for the caller if it is none or below `least`
  public int numberOf(String option, int least) {
    String value = valueOf(option);
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the option's name.
    }
    throw new IllegalArgumentException(
        option + " 应为不小于 " + least + " 的整数（is a number from " + least + "）: " + value);
  }
}
