package io.wenliu.ingest.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that is not accepted, in both languages of the API.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String chinese;
  private final @Nullable Duration retryAfter;

  /// @param chinese a sentence for the newsroom
  /// @param english the same
  Refusal(HttpStatus status, String chinese, String english) {
    this(status, chinese, english, null);
  }

  private Refusal(
      HttpStatus status, String chinese, String english, @Nullable Duration retryAfter) {
    super(english);
    this.status = status;
    this.chinese = chinese;
    this.retryAfter = retryAfter;
  }

  static Refusal badRequest(String chinese, String english) {
    return new Refusal(HttpStatus.BAD_REQUEST, chinese, english);
  }

  static Refusal tooLarge(long maxBytes) {
    long mebibytes = maxBytes / (1024 * 1024);
    return new Refusal(
        HttpStatus.CONTENT_TOO_LARGE,
        "文件超过 " + mebibytes + " MiB",
        "The file is larger than " + mebibytes + " MiB");
  }

  static Refusal tooMany(long maxBacklog, Duration retryAfter) {
    return new Refusal(
        HttpStatus.TOO_MANY_REQUESTS,
        "积压已达上限（" + maxBacklog + " 条），请稍后再投",
        "The backlog has reached its limit of " + maxBacklog + " records; try again later",
        retryAfter);
  }

  /// When to try again; null where that would not help.
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  HttpStatus status() {
    return status;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return String.valueOf(getMessage());
  }
}
