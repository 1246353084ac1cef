package io.wenliu.testkit;

import java.util.Locale;
import java.util.UUID;

/// Names for what tests create on shared servers.
public final class Names {

  private Names() {}

  /// A name that no other test uses, valid for a topic, a group, an index and a source system.
  ///
  /// @param purpose leads the name, so that a log tells whose it is; letters, digits, dashes
  public static String unique(String purpose) {
    return purpose.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
