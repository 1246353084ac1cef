package io.wenliu.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem where no handler is involved: in filters.
@Component
public class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /// Answers the request with this problem.
  ///
  /// @param arguments as the problem says
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      Object... arguments)
      throws IOException {
    ProblemDetail detail = problem.describe(request, arguments);
    response.setStatus(detail.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(detail));
  }
}
