package io.wenliu.gateway.routing;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/// A body of unstated length turned out to be longer than the gateway passes on.
final class RequestTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient DataSize limit;

  RequestTooLargeException(DataSize limit) {
    super("the request body passes " + limit.toMegabytes() + " MB");
    this.limit = limit;
  }

  /// As people write it.
  String limit() {
    return RequestSizeLimit.inWords(limit);
  }
}
