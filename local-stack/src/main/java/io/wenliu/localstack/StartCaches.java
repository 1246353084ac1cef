package io.wenliu.localstack;

import java.io.UncheckedIOException;
import java.util.List;

/// Makes the services' start caches that are missing, one after the other, beside what runs.
final class StartCaches implements AutoCloseable {

  private final Thread thread;

  /// Begins at once.
  ///
  /// @param services in this order
  StartCaches(List<ServiceProcess> services) {
    thread = Thread.ofVirtual().name("start-caches").start(() -> make(services));
  }

  private static void make(List<ServiceProcess> services) {
    try {
      for (var service : services) {
        make(service);
      }
    } catch (InterruptedException e) {
      // Closed: whoever runs next makes what is missing.
    }
  }

  private static void make(ServiceProcess service) throws InterruptedException {
    try {
      service.makeStartCache();
    } catch (UncheckedIOException e) {
      // A full disk, say. Nothing is lost but the time of a slower start.
    }
  }

  /// Ends what is being made.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
