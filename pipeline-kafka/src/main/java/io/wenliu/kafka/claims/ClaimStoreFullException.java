package io.wenliu.kafka.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The claim store has no room for more. That passes once somebody makes room: stages wait for it.
public final class ClaimStoreFullException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  ClaimStoreFullException(String message, @Nullable IOException cause) {
    super(message, cause == null ? new IOException(message) : cause);
  }
}
