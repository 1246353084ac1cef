package io.wenliu.gateway.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a few lines, instead of a stack trace, why the gateway did not start.
final class OpenDoorFailureAnalyzer extends AbstractFailureAnalyzer<OpenDoorException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OpenDoorException cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Set wenliu.gateway.access.keys-file (make keys with ./wenliu key), or"
            + " spring.security.oauth2.resourceserver.jwt.issuer-uri; or listen on 127.0.0.1; or,"
            + " where something else keeps others out, wenliu.gateway.access.allow-open=true.",
        cause);
  }
}
