package io.wenliu.localstack.launcher;

/// The command line is not understood; the message is one sentence for the person who typed it.
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
