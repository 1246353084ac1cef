package io.wenliu.gateway.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody may do. Reading and submitting are apart, since a system that pushes pages need
/// not see the archive; an operator may do everything.
public enum Role {
  READER,
  SUBMITTER,
  OPERATOR;

  /// As configuration, tokens and headers have it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> ofId(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
