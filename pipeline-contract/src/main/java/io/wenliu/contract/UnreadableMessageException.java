package io.wenliu.contract;

import org.jspecify.annotations.Nullable;

/// A message that can never be read: trying again does not help.
public class UnreadableMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableMessageException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
