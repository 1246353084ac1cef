package io.wenliu.index.elasticsearch;

import io.wenliu.kafka.stage.TransientException;
import org.jspecify.annotations.Nullable;

/// Elasticsearch is away, too busy or not ready to be written to: the same request may succeed
/// later.
public class ElasticsearchUnavailableException extends TransientException {

  private static final long serialVersionUID = 1L;

  public ElasticsearchUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
