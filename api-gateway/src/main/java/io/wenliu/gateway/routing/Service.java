package io.wenliu.gateway.routing;

import java.net.URI;

/// The services behind the door.
enum Service {
  INGEST("ingest-service"),
  INDEX("index-service");

  private final String id;

  Service(String id) {
    this.id = id;
  }

  /// As operators know it.
  String id() {
    return id;
  }

  URI uri(GatewaySettings settings) {
    return switch (this) {
      case INGEST -> settings.ingestUri();
      case INDEX -> settings.indexUri();
    };
  }
}
