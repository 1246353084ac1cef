package io.wenliu.index.deadletters;

import io.wenliu.index.deadletters.elasticsearch.DeadLetterFinder;
import io.wenliu.kafka.stage.TransientException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts many dead letters back, one after another, behind the request that asked for it. What an
/// end of this process leaves still waits and can be asked for again.
@Component
class MassReplay implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MassReplay.class);
  private static final int PAGE = 200;

  private final DeadLetterFinder finder;
  private final DeadLetterKeeper keeper;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mass-replay").factory());

  MassReplay(DeadLetterFinder finder, DeadLetterKeeper keeper) {
    this.finder = finder;
    this.keeper = keeper;
  }

  /// @return how many letters wait now that the query means
  long begin(LetterQuery query) {
    long waiting = finder.find(query, 1, List.of()).total();
    if (waiting > 0) {
      worker.execute(() -> replayAll(query));
    }
    return waiting;
  }

  private void replayAll(LetterQuery query) {
    List<String> after = List.of();
    try {
      do {
        DeadLetterFinder.Page page = finder.find(query, PAGE, after);
        int gone = page.letters().size() - keeper.replay(page.letters()).size();
        if (gone > 0) {
          log.warn("{} dead letters are gone and were not replayed", gone);
        }
        after = page.after();
      } while (!after.isEmpty());
    } catch (TransientException e) {
      log.warn("A replay of many dead letters ended early; the others wait", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
