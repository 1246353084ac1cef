package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import io.wenliu.index.elasticsearch.IndexWrite.Absent;
import io.wenliu.index.elasticsearch.IndexWrite.HigherVersion;
import io.wenliu.index.elasticsearch.IndexWrite.Outcome;
import io.wenliu.index.elasticsearch.IndexWrite.Outranked;
import io.wenliu.index.elasticsearch.IndexWrite.Refused;
import io.wenliu.index.elasticsearch.IndexWrite.SameOrHigherVersion;
import io.wenliu.index.elasticsearch.IndexWrite.Unchanged;
import io.wenliu.index.elasticsearch.IndexWrite.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes documents in bulk, several requests at a time, and tells what became of each.
///
/// What Elasticsearch is too busy for is sent again, alone, a few times; then the caller is told to
/// come back later. Thread-safe.
@Component
public class BulkWriter implements AutoCloseable {

  private static final int OVERHEAD_OF_AN_ITEM = 160;
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final BulkMetrics metrics;
  private final long bulkBytes;
  private final Semaphore underWay;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  BulkWriter(
      ElasticsearchClient client,
      IndexNames names,
      BulkMetrics metrics,
      ElasticsearchSettings settings) {
    this.client = client;
    this.names = names;
    this.metrics = metrics;
    this.bulkBytes = settings.bulkSize().toBytes();
    this.underWay = new Semaphore(settings.bulkRequests());
  }

  /// Returns once Elasticsearch has acknowledged or refused every write.
  ///
  /// @return one outcome a write, in the same order
  /// @throws ElasticsearchUnavailableException if some could not be written for now; the others
  ///   stand, so the whole list may be given again
  /// @throws InterruptedException if the thread was interrupted while it waited
  public List<Outcome> write(List<IndexWrite> writes) throws InterruptedException {
    @Nullable Outcome[] outcomes = new Outcome[writes.size()];
    List<Integer> open = new ArrayList<>(writes.size());
    for (int i = 0; i < writes.size(); i++) {
      open.add(i);
    }
    @Nullable Throwable trouble = null;
    for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
      if (attempt > 0) {
        metrics.retried(open.size());
        Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
      }
      trouble = sendAll(writes, open, outcomes);
      open = open.stream().filter(i -> outcomes[i] == null).toList();
    }
    if (!open.isEmpty()) {
      throw new ElasticsearchUnavailableException(
          open.size() + " of " + writes.size() + " writes found no taker", trouble);
    }
    return Arrays.stream(outcomes).map(BulkWriter::settled).toList();
  }

  private static Outcome settled(@Nullable Outcome outcome) {
    if (outcome == null) {
      throw new IllegalStateException("a write is neither settled nor open");
    }
    return outcome;
  }

  private @Nullable Throwable sendAll(
      List<IndexWrite> writes, List<Integer> open, @Nullable Outcome[] outcomes)
      throws InterruptedException {
    List<Future<?>> requests = new ArrayList<>();
    for (List<Integer> part : parts(writes, open)) {
      underWay.acquire();
      requests.add(
          threads.submit(() -> {
            try {
              send(writes, part, outcomes);
            } finally {
              underWay.release();
            }
            return null;
          }));
    }
    @Nullable Throwable trouble = null;
    for (Future<?> request : requests) {
      try {
        request.get();
      } catch (ExecutionException e) {
        trouble = e.getCause();
      }
    }
    return trouble;
  }

  private List<List<Integer>> parts(List<IndexWrite> writes, List<Integer> open) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    long size = 0;
    for (int i : open) {
      long itemSize = (long) writes.get(i).json().length + OVERHEAD_OF_AN_ITEM;
      if (!part.isEmpty() && size + itemSize > bulkBytes) {
        parts.add(part);
        part = new ArrayList<>();
        size = 0;
      }
      part.add(i);
      size += itemSize;
    }
    parts.add(part);
    return parts;
  }

  private void send(List<IndexWrite> writes, List<Integer> part, @Nullable Outcome[] outcomes)
      throws IOException {
    BulkRequest.Builder request = new BulkRequest.Builder().requireAlias(true);
    for (int i : part) {
      request.operations(operation(writes.get(i)));
    }
    List<BulkResponseItem> items;
    try {
      items = metrics.timed(() -> client.bulk(request.build())).items();
    } catch (ElasticsearchException e) {
      if (e.status() != 400 && e.status() != 413) {
        throw e;
      }
      refuseOrDivide(writes, part, outcomes, e);
      return;
    }
    for (int n = 0; n < part.size(); n++) {
      int i = part.get(n);
      @Nullable Outcome outcome = outcome(items.get(n));
      if (outcome != null) {
        outcomes[i] = outcome;
        metrics.settled(writes.get(i).target(), outcome);
      }
    }
  }

  /// A request that is refused as a whole: halves find out who is to blame.
  private void refuseOrDivide(
      List<IndexWrite> writes,
      List<Integer> part,
      @Nullable Outcome[] outcomes,
      ElasticsearchException refusal)
      throws IOException {
    if (part.size() == 1) {
      outcomes[part.getFirst()] = new Refused(String.valueOf(refusal.getMessage()));
      return;
    }
    send(writes, part.subList(0, part.size() / 2), outcomes);
    send(writes, part.subList(part.size() / 2, part.size()), outcomes);
  }

  private BulkOperation operation(IndexWrite write) {
    BinaryData json = BinaryData.of(write.json(), "application/json");
    String index = names.toWrite(write.target());
    return switch (write.precondition()) {
      case HigherVersion(long version) ->
          BulkOperation.of(b ->
              b.index(i ->
                  i.index(index)
                      .id(write.id())
                      .version(version)
                      .versionType(VersionType.External)
                      .document(json)));
      case SameOrHigherVersion(long version) ->
          BulkOperation.of(b ->
              b.index(i ->
                  i.index(index)
                      .id(write.id())
                      .version(version)
                      .versionType(VersionType.ExternalGte)
                      .document(json)));
      case Unchanged(long sequenceNumber, long primaryTerm) ->
          BulkOperation.of(b ->
              b.index(i ->
                  i.index(index)
                      .id(write.id())
                      .ifSeqNo(sequenceNumber)
                      .ifPrimaryTerm(primaryTerm)
                      .document(json)));
      case Absent _ ->
          BulkOperation.of(b -> b.create(c -> c.index(index).id(write.id()).document(json)));
    };
  }

  /// @return null when it may succeed later
  private static @Nullable Outcome outcome(BulkResponseItem item) {
    int status = item.status();
    if (status < 300) {
      return new Written(
          new Unchanged(
              Objects.requireNonNull(item.seqNo(), "seqNo"),
              Objects.requireNonNull(item.primaryTerm(), "primaryTerm")));
    }
    if (status == 409) {
      return new Outranked();
    }
    if (status != 400) {
      // 429 too busy, 403 write block of a full disk, 404 alias not there yet, 5xx shard away
      return null;
    }
    ErrorCause error = item.error();
    return new Refused(error == null ? "refused" : error.type() + ": " + error.reason());
  }

  @Override
  public void close() {
    threads.close();
  }
}
