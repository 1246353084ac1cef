package io.wenliu.ingest.web;

import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.ingest.extract.UnsupportedTypeException;
import io.wenliu.kafka.claims.ClaimStoreFullException;
import io.wenliu.kafka.stage.TransientException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Answers refusals as RFC 9457 problem details, in English where the client prefers it, else in
/// Chinese.
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "5";

  /// Room is made by hand, or by those who collect what nobody needs.
  private static final String RETRY_WHILE_FULL_SECONDS = "60";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
    ResponseEntity<ProblemDetail> answer =
        problem(refusal.status(), refusal.chinese(), refusal.english(), locale);
    Duration retryAfter = refusal.retryAfter();
    return retryAfter == null
        ? answer
        : ResponseEntity.status(answer.getStatusCode())
            .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())))
            .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unsupported(UnsupportedTypeException e, Locale locale) {
    return problem(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        e.reason(),
        "The type of the file is not taken in: " + e.reason(),
        locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(UnreadableMessageException e, Locale locale) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "提交内容不符合格式：" + e.getMessage(),
        "The submission breaks a rule of its form: " + e.getMessage(),
        locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
    return problem(HttpStatus.CONTENT_TOO_LARGE, "上传的文件太大", "The upload is too large", locale);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> full(ClaimStoreFullException e, Locale locale) {
    log.warn("a submission found no room: {}", e.toString());
    ResponseEntity<ProblemDetail> answer =
        problem(
            HttpStatus.INSUFFICIENT_STORAGE,
            "存放大文件的空间已满，请稍后重试；小于 900 KiB 的内容照常接收",
            "There is no room for large files at the moment; try again later. What is smaller than"
                + " 900 KiB is taken in as ever",
            locale);
    return ResponseEntity.status(answer.getStatusCode())
        .header(HttpHeaders.RETRY_AFTER, RETRY_WHILE_FULL_SECONDS)
        .body(answer.getBody());
  }

  @ExceptionHandler({TransientException.class, UncheckedIOException.class})
  ResponseEntity<ProblemDetail> away(RuntimeException e, Locale locale) {
    log.warn("a submission could not be taken in now", e);
    ResponseEntity<ProblemDetail> answer =
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "暂时无法接收，请稍后重试",
            "Nothing can be taken in at the moment; try again later",
            locale);
    return ResponseEntity.status(answer.getStatusCode())
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .body(answer.getBody());
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String chinese, String english, Locale locale) {
    boolean inEnglish = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, inEnglish ? english : chinese);
    problem.setTitle(inEnglish ? status.getReasonPhrase() : title(status));
    return ResponseEntity.status(status).body(problem);
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "请求有误";
      case FORBIDDEN -> "没有这个权限";
      case CONTENT_TOO_LARGE -> "内容过大";
      case UNSUPPORTED_MEDIA_TYPE -> "不支持的文件类型";
      case UNPROCESSABLE_CONTENT -> "请求相互矛盾";
      case TOO_MANY_REQUESTS -> "积压过多";
      case SERVICE_UNAVAILABLE -> "暂时不可用";
      case INSUFFICIENT_STORAGE -> "空间不足";
      default -> status.getReasonPhrase();
    };
  }
}
