package io.wenliu.gateway.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The last resort: whatever no handler answered becomes a problem, never a page of the server's
/// own. Whoever looks for a page that is none is shown the dashboard, which says so.
@RestController
class ProblemErrorController implements ErrorController {

  private static final Resource DASHBOARD = new ClassPathResource("static/index.html");

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<Object> error(HttpServletRequest request) {
    Problem cause = problemOf(request);
    if (cause == Problem.NOT_FOUND && isForAPage(request)) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .contentType(MediaType.TEXT_HTML)
          .cacheControl(CacheControl.noStore())
          .body(DASHBOARD);
    }
    ProblemDetail problem = cause.describe(atItsOwnAddress(request), "GET, HEAD");
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(CacheControl.noStore())
        .body(problem);
  }

  private static Problem problemOf(HttpServletRequest request) {
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
      return Problem.NOT_FOUND; // /error itself was asked for
    }
    if (status == HttpStatus.NOT_FOUND.value()) {
      return Problem.NOT_FOUND;
    }
    if (status == HttpStatus.METHOD_NOT_ALLOWED.value()) {
      return Problem.METHOD_NOT_ALLOWED;
    }
    return status < 500 ? Problem.BAD_REQUEST : Problem.UNEXPECTED;
  }

  private static boolean isForAPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !atItsOwnAddress(request).getRequestURI().startsWith("/api/");
  }

  /// The problem names the address that was asked for, not the one that explains it.
  private static HttpServletRequest atItsOwnAddress(HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getRequestURI() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
            ? original
            : super.getRequestURI();
      }
    };
  }
}
