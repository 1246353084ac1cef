package io.wenliu.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds each caller to a number of requests of the API; the dashboard's own files are free.
final class RateLimitFilter extends OncePerRequestFilter {

  private final RateLimits limits;
  private final Refusals refusals;

  RateLimitFilter(RateLimits limits, Refusals refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = Caller.of(request);
    Duration wait = caller.map(limits::admit).orElse(Duration.ZERO);
    if (wait.isPositive()) {
      refusals.tooMany(request, response, wait.plusMillis(999).toSeconds());
      return;
    }
    refusals.admitted();
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CallerFilter.isOfApi(request);
  }
}
