package io.wenliu.localstack;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One short task per element, all at the same time.
final class Parallel {

  private Parallel() {}

  /// Returns when all tasks have ended.
  static <T> void forEach(Collection<T> elements, Consumer<? super T> task) {
    var running =
        elements.stream()
            .map(element -> CompletableFuture.runAsync(() -> task.accept(element), thread()))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(running).join();
  }

  /// Not the common pool: its threads may be busy or, in a shutdown hook, gone.
  private static java.util.concurrent.Executor thread() {
    return task -> Thread.ofVirtual().start(task);
  }
}
