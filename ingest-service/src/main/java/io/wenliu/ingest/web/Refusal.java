package io.wenliu.ingest.web;

import io.wenliu.contract.Caller;
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

  static Refusal notYourSource(Caller caller, String source) {
    return new Refusal(
        HttpStatus.FORBIDDEN,
        "密钥 " + caller.name() + " 不能以来源“" + source + "”投稿或撤稿；可用的来源：" + caller.sources(),
        "Key "
            + caller.name()
            + " may not submit or withdraw as source '"
            + source
            + "'; its sources: "
            + caller.sources());
  }

  static Refusal notYourDocument(String source) {
    return new Refusal(
        HttpStatus.FORBIDDEN,
        "只有投稿的来源或运维可以撤稿。请用参数 id 给出来源“" + source + "”自己的文档编号；投稿时没有编号的，用 sha256 给出文件内容的 SHA-256",
        "Only the source that submitted a document, or an operator, may withdraw it. Give the"
            + " document's own id at source '"
            + source
            + "' as the parameter id, or, if it had none, the SHA-256 of the file as sha256");
  }

  static Refusal event(String contentType) {
    return new Refusal(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "这里不接收 CloudEvents（" + contentType + "），请发送文件本身，或以 application/json 发送投稿信封",
        "CloudEvents are not taken in here ("
            + contentType
            + "); send the file itself, or the envelope as application/json");
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
