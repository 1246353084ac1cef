package io.wenliu.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.localstack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Clocks of services that can be set while they run, by libfaketime (Debian: package `faketime`),
/// which speaks for the machine's clock to everything within a process. Time that is measured, for
/// pauses and time limits, goes on as ever, and so do the times of files.
final class ServiceClocks {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration TOLERANCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;

  ServiceClocks(Path folder) {
    this.folder = folder;
  }

  /// Whether this machine has the library.
  static boolean available() {
    return library().isPresent();
  }

  private static Optional<Path> library() {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      return Stream.concat(folders, Stream.of(Path.of("/usr/lib64")))
          .map(lib -> lib.resolve("faketime").resolve("libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Starts the services anew, each with a clock of its own that tells the right time at first.
  void give(List<ServiceProcess> services) {
    String library = library().orElseThrow().toString();
    for (ServiceProcess service : services) {
      write(service, Duration.ZERO);
      service.stop();
      service.setMoreEnvironment(
          Map.of(
              "LD_PRELOAD",
              library,
              "FAKETIME_TIMESTAMP_FILE",
              file(service).toString(),
              "FAKETIME_CACHE_DURATION",
              "1",
              "FAKETIME_DONT_FAKE_MONOTONIC",
              "1",
              "NO_FAKE_STAT",
              "1"));
      service.start();
    }
  }

  /// Returns once the service tells the time so.
  void step(ServiceProcess service, Duration ahead) {
    write(service, ahead);
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(Duration.between(Instant.now().plus(ahead), told(service)).abs())
                .isLessThan(TOLERANCE));
  }

  /// Starts them anew with the machine's clock.
  void takeBack(List<ServiceProcess> services) {
    for (ServiceProcess service : services) {
      service.stop();
      service.setMoreEnvironment(Map.of());
      service.start();
    }
  }

  /// By the date of an answer (RFC 9110, section 6.6.1).
  private static Instant told(ServiceProcess service) throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        HTTP.send(
            HttpRequest.newBuilder(service.uri().resolve("/actuator/health/liveness"))
                .timeout(PATIENCE)
                .build(),
            BodyHandlers.discarding());
    return ZonedDateTime.parse(
            answer.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
        .toInstant();
  }

  private void write(ServiceProcess service, Duration ahead) {
    try {
      Path written = Files.writeString(folder.resolve("clock.part"), offset(ahead));
      Files.move(written, file(service), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String offset(Duration ahead) {
    return (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n";
  }

  private Path file(ServiceProcess service) {
    return folder.resolve("clock-of-" + service.name());
  }
}
