package io.wenliu.index.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/// Ends a request with a problem detail (RFC 9457).
///
/// Title and detail stand in `problems*.properties` under the code, in Chinese and English.
public class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Object[] arguments;
  private final transient Map<String, Object> properties;

  /// @param code names the problem, for example `article-unknown`
  /// @param arguments for the placeholders of its detail
  public ApiProblem(HttpStatus status, String code, Object... arguments) {
    this(status, code, Map.of(), arguments);
  }

  /// @param properties further members of the problem detail
  public ApiProblem(
      HttpStatus status, String code, Map<String, Object> properties, Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.arguments = arguments.clone();
    this.properties = Map.copyOf(properties);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  Object[] arguments() {
    return arguments.clone();
  }

  Map<String, Object> properties() {
    return properties;
  }
}
