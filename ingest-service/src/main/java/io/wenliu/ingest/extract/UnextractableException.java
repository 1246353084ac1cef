package io.wenliu.ingest.extract;

import io.wenliu.kafka.stage.RejectedException;
import org.jspecify.annotations.Nullable;

/// No text can be had from a file; the reason is a sentence for the newsroom.
public class UnextractableException extends RejectedException {

  private static final long serialVersionUID = 1L;

  public UnextractableException(String reason) {
    super(reason);
  }

  public UnextractableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
