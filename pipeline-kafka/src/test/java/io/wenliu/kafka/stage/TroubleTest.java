package io.wenliu.kafka.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {

  static Stream<Throwable> passing() {
    return Stream.of(
        new TransientException("x", null),
        new ConnectException("refused"),
        new UncheckedIOException(new IOException("no space left on device")),
        new ExecutionException(new TimeoutException()),
        new CompletionException(new org.apache.kafka.common.errors.TimeoutException("x")),
        new KafkaException("x", new NotEnoughReplicasException("x")),
        new org.springframework.kafka.KafkaException("x", new TransientException("x", null)));
  }

  static Stream<Throwable> staying() {
    return Stream.of(
        new IllegalStateException("x"),
        new ZipException("broken file"),
        new EOFException("broken file"),
        new MalformedInputException(1),
        new RuntimeException("parser", new IOException("broken file")),
        new RecordTooLargeException("x"),
        new RejectedException("x"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void waitingHelps(Throwable trouble) {
    assertThat(Trouble.isTransient(trouble)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("staying")
  void waitingDoesNotHelp(Throwable trouble) {
    assertThat(Trouble.isTransient(trouble)).isFalse();
  }
}
