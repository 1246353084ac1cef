package io.wenliu.kafka.stage;

import org.jspecify.annotations.Nullable;

/// Something that the stage needs is away for now; trying again will help some time.
public class TransientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TransientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
