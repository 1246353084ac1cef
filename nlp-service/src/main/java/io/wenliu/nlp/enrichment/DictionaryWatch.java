package io.wenliu.nlp.enrichment;

import io.wenliu.text.Segmenter;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the newsroom's dictionary anew when it has changed, without a restart.
final class DictionaryWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DictionaryWatch.class);

  private final Segmenter segmenter;
  private final boolean hasDictionary;
  private final Duration interval;
  private volatile @org.jspecify.annotations.Nullable Thread watching;

  DictionaryWatch(Segmenter segmenter, boolean hasDictionary, Duration interval) {
    this.segmenter = segmenter;
    this.hasDictionary = hasDictionary;
    this.interval = interval;
  }

  @Override
  public void start() {
    if (hasDictionary && watching == null) {
      // Known before it runs: it goes on as long as it is.
      Thread starting = Thread.ofVirtual().name("dictionary-watch").unstarted(this::watch);
      watching = starting;
      starting.start();
    }
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(interval);
        if (segmenter.reload()) {
          log.info("the user's dictionary has changed: words are now of {}", segmenter.version());
        }
      } catch (UncheckedIOException e) {
        log.warn(
            "the user's dictionary cannot be read, its words of before stay: {}", e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    Thread thread = watching;
    watching = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return watching != null;
  }
}
