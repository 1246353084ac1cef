package io.wenliu.kafka.stage;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/// Tells trouble that passes from trouble that stays.
public final class Trouble {

  private Trouble() {}

  /// Whether Kafka will never take a record for its size.
  static boolean isTooLarge(@Nullable Throwable trouble) {
    return switch (trouble) {
      case null -> false;
      case RecordTooLargeException _ -> true;
      case ExecutionException wrapper -> isTooLarge(wrapper.getCause());
      case KafkaException wrapper -> isTooLarge(wrapper.getCause());
      case org.springframework.kafka.KafkaException wrapper -> isTooLarge(wrapper.getCause());
      default -> false;
    };
  }

  /// Whether waiting helps: [TransientException], Kafka's `RetriableException`, timeouts, and
  /// input/output errors but those that speak of the data itself. Looked for under wrappers only,
  /// not down every chain of causes: a parser that names an `IOException` as its cause means a
  /// broken file.
  public static boolean isTransient(@Nullable Throwable trouble) {
    return switch (trouble) {
      case null -> false;
      case TransientException _, RetriableException _, TimeoutException _ -> true;
      case EOFException _, ZipException _, CharacterCodingException _ -> false;
      case IOException _ -> true;
      case UncheckedIOException wrapper -> isTransient(wrapper.getCause());
      case ExecutionException wrapper -> isTransient(wrapper.getCause());
      case CompletionException wrapper -> isTransient(wrapper.getCause());
      case KafkaException wrapper -> isTransient(wrapper.getCause());
      case org.springframework.kafka.KafkaException wrapper -> isTransient(wrapper.getCause());
      default -> false;
    };
  }
}
