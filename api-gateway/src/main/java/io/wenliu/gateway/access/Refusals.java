package io.wenliu.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.wenliu.gateway.problems.Problem;
import io.wenliu.gateway.problems.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/// Tells those who may not come in why, and counts everybody at the door by what became of them.
@Component
class Refusals
    implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

  private static final String RETRY_SECONDS = "5";

  private final ProblemWriter problems;
  private final MeterRegistry meters;

  Refusals(ProblemWriter problems, MeterRegistry meters) {
    this.problems = problems;
    this.meters = meters;
  }

  /// Nobody has said who they are.
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    challenge(request, response, Problem.WHO_ARE_YOU);
  }

  /// Somebody has shown a key or a token that is none.
  void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
    challenge(request, response, Problem.UNKNOWN_CALLER);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof AuthenticationServiceException) {
      count("unavailable");
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      problems.write(request, response, Problem.IDENTITY_AWAY);
    } else {
      unknown(request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    count("forbidden");
    String caller = Caller.of(request).map(Caller::name).orElse("");
    problems.write(request, response, Problem.NOT_YOURS, caller);
  }

  /// @param seconds until there is room for one more
  void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds)
      throws IOException {
    count("limited");
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    problems.write(request, response, Problem.TOO_MANY, seconds);
  }

  void admitted() {
    count("admitted");
  }

  private void challenge(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    count("unauthenticated");
    // RFC 6750 section 3; a browser opens no dialog of its own for it.
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wenliu\"");
    problems.write(request, response, problem);
  }

  private void count(String outcome) {
    meters.counter("wenliu.gateway.requests", "outcome", outcome).increment();
  }
}
