package io.wenliu.ingest.claims;

import io.wenliu.kafka.autoconfigure.ClaimStoreProperties;
import io.wenliu.kafka.collection.ClaimCollector;
import io.wenliu.kafka.stage.TransientException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Collects claims that nobody needs, now and then. Several instances may do so at once.
@Component
class ClaimCollection implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ClaimCollection.class);

  private final ClaimCollector collector;
  private final Duration interval;
  private volatile @Nullable Thread thread;

  ClaimCollection(ClaimCollector collector, ClaimStoreProperties properties) {
    this.collector = collector;
    this.interval = properties.collectEvery();
  }

  @Override
  public void start() {
    // Known before it runs: it goes on as long as it is.
    Thread starting = Thread.ofVirtual().name("claim-collection").unstarted(this::collectAlways);
    thread = starting;
    starting.start();
  }

  @Override
  public void stop() {
    Thread collecting = thread;
    thread = null;
    if (collecting != null) {
      collecting.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void collectAlways() {
    while (isRunning()) {
      try {
        Thread.sleep(interval);
        collector.collect();
      } catch (InterruptedException e) {
        return;
      } catch (TransientException | UncheckedIOException e) {
        log.warn("Claims are collected another time: {}", e.toString());
      }
    }
  }
}
