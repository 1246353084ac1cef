package io.wenliu.ingest.web;

import org.springframework.http.HttpStatus;

/// A request that is not accepted, in both languages of the API.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String chinese;

  /// @param chinese a sentence for the newsroom
  /// @param english the same
  Refusal(HttpStatus status, String chinese, String english) {
    super(english);
    this.status = status;
    this.chinese = chinese;
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
