package io.wenliu.kafka.stage;

import org.jspecify.annotations.Nullable;

/// The record can never be processed; for code too deep to return an [Outcome.Reject].
public class RejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param reason a sentence for the newsroom
  public RejectedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  /// @param reason a sentence for the newsroom
  public RejectedException(String reason) {
    this(reason, null);
  }

  /// A sentence for the newsroom.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
