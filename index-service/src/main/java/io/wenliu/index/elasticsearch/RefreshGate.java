package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Makes what was written visible to searches.
///
/// A quiet index is refreshed at once; a busy one at most once an interval, and all who wait share
/// the same refresh: a refresh per bulk would cost more than the bulks. Thread-safe.
@Component
public class RefreshGate {

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final Duration interval;
  private final Map<IndexSchema, Gate> gates = new EnumMap<>(IndexSchema.class);

  RefreshGate(ElasticsearchClient client, IndexNames names, ElasticsearchSettings settings) {
    this.client = client;
    this.names = names;
    this.interval = settings.refreshInterval();
    for (IndexSchema schema : IndexSchema.values()) {
      gates.put(schema, new Gate(schema));
    }
  }

  /// Returns when searches see all that was written to the index before this call.
  ///
  /// @throws ElasticsearchUnavailableException if the refresh failed
  /// @throws InterruptedException if the thread was interrupted while it waited
  public void makeVisible(IndexSchema schema) throws InterruptedException {
    Gate gate = gates.get(schema);
    if (gate == null) {
      throw new IllegalStateException("no gate for " + schema);
    }
    gate.pass();
  }

  private void refresh(IndexSchema schema) {
    try {
      client.indices().refresh(request -> request.index(names.toWrite(schema)));
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("refresh of " + schema + " failed", e);
    }
  }

  /// One index. A refresh has a number; who enters needs one that starts later.
  private final class Gate {
    private final IndexSchema schema;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long started;
    private long completed;
    private boolean refreshing;
    private long lastStart = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

    Gate(IndexSchema schema) {
      this.schema = schema;
    }

    void pass() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        long needed = started + 1;
        while (completed < needed) {
          if (refreshing) {
            finished.await();
          } else {
            lead();
          }
        }
      } finally {
        lock.unlock();
      }
    }

    private void lead() throws InterruptedException {
      refreshing = true;
      try {
        long rest = lastStart + interval.toNanos() - System.nanoTime();
        if (rest > 0) {
          lock.unlock();
          try {
            TimeUnit.NANOSECONDS.sleep(rest);
          } finally {
            lock.lock();
          }
        }
        long number = ++started;
        lastStart = System.nanoTime();
        lock.unlock();
        try {
          refresh(schema);
        } finally {
          lock.lock();
        }
        completed = number;
      } finally {
        refreshing = false;
        finished.signalAll();
      }
    }
  }
}
