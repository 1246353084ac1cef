package io.wenliu.localstack;

/// A child process ended, or was not ready in time; the message carries the end of its log.
public final class ServerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ServerFailedException(String message) {
    super(message);
  }
}
