package io.wenliu.gateway.security;

import io.wenliu.gateway.problems.Problem;
import io.wenliu.gateway.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away writes that a browser makes on behalf of another site's page. Without it any page an
/// editor has open could submit documents to a gateway that runs open on 127.0.0.1. Programs send
/// no `Sec-Fetch-Site` and pass.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CrossSiteWrites extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final ProblemWriter problems;

  CrossSiteWrites(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READS.contains(request.getMethod()) && isForeign(request.getHeader("Sec-Fetch-Site"))) {
      problems.write(request, response, Problem.CROSS_SITE);
      return;
    }
    chain.doFilter(request, response);
  }

  /// `same-site` is foreign too: another port of 127.0.0.1 is another application.
  private static boolean isForeign(@Nullable String fetchSite) {
    return fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
  }
}
