package io.wenliu.index.web;

import io.wenliu.kafka.stage.TransientException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers with problem details: Chinese, unless the client prefers English.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "2";

  private final Wording wording;

  ProblemAdvice(Wording wording) {
    this.wording = wording;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ApiProblem problem, Locale locale) {
    ProblemDetail detail = detail(problem.status(), problem.code(), locale, problem.arguments());
    problem.properties().forEach(detail::setProperty);
    return answer(detail);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(TransientException trouble, Locale locale) {
    log.warn(
        "A request could not be answered: {}; {}",
        trouble.getMessage(),
        NestedExceptionUtils.getMostSpecificCause(trouble).toString());
    ProblemDetail detail = detail(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", locale);
    return ResponseEntity.status(detail.getStatus())
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @org.jspecify.annotations.Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode statusCode,
      WebRequest request) {
    String code = statusCode.value() == 404 ? "not-found" : "bad-request";
    if (statusCode.is4xxClientError() && body instanceof ProblemDetail original) {
      ProblemDetail detail = detail(statusCode, code, request.getLocale());
      detail.setProperties(Map.of("reason", String.valueOf(original.getDetail())));
      body = detail;
    }
    return super.createResponseEntity(body, headers, statusCode, request);
  }

  private ProblemDetail detail(
      HttpStatusCode status, String code, Locale locale, Object... arguments) {
    ProblemDetail detail = ProblemDetail.forStatus(status);
    detail.setType(URI.create("urn:wenliu:problem:" + code));
    detail.setTitle(wording.in(locale, code + ".title"));
    detail.setDetail(wording.in(locale, code + ".detail", arguments));
    return detail;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
    return ResponseEntity.status(detail.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }
}
