package io.wenliu.index.journeys;

import io.wenliu.contract.ContractJson;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.RefreshGate;
import io.wenliu.index.elasticsearch.SchemaInstaller;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.journeys.elasticsearch.JourneyFinder;
import io.wenliu.index.schema.IndexSchema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Enters into the ledger the journeys that earlier releases have written.
///
/// They tell the facts and in which state everything is, but not beside them what was accepted,
/// which the ledger counts too; it follows from the facts. Once at each start those without it are
/// written again, each on condition that nobody else has written it meanwhile.
@Component
public class JourneyAccounts implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(JourneyAccounts.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final JourneyFinder finder;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final SchemaInstaller schema;
  private volatile @Nullable Thread thread;

  JourneyAccounts(
      JourneyFinder finder, BulkWriter writer, RefreshGate refresh, SchemaInstaller schema) {
    this.finder = finder;
    this.writer = writer;
    this.refresh = refresh;
    this.schema = schema;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("journey-accounts").start(this::completeWhenPossible);
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void completeWhenPossible() {
    try {
      while (!completed()) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean completed() throws InterruptedException {
    if (!schema.installed()) {
      return false;
    }
    try {
      long journeys = complete();
      if (journeys > 0) {
        log.info("Of {} journeys of an earlier release it is counted what was accepted", journeys);
      }
      return true;
    } catch (ElasticsearchUnavailableException e) {
      log.warn("Journeys of earlier releases are not counted yet: {}", e.toString());
      return false;
    }
  }

  /// Returns when no journey is without it that could be given it.
  ///
  /// @return how many were looked at
  /// @throws ElasticsearchUnavailableException if they cannot be read or written now
  public long complete() throws InterruptedException {
    long written = 0;
    while (true) {
      List<Stored<Journey>> journeys = finder.unaccounted();
      if (journeys.isEmpty()) {
        return written;
      }
      List<IndexWrite.Outcome> outcomes =
          writer.write(journeys.stream().map(JourneyAccounts::write).toList());
      refresh.makeVisible(IndexSchema.JOURNEYS);
      written += journeys.size();
      if (outcomes.stream().allMatch(IndexWrite.Refused.class::isInstance)) {
        log.warn("{} journeys of earlier releases cannot be written again", journeys.size());
        return written;
      }
    }
  }

  private static IndexWrite write(Stored<Journey> journey) {
    return new IndexWrite(
        IndexSchema.JOURNEYS,
        Journey.id(journey.value().documentId(), journey.value().version()),
        journey.as(),
        ContractJson.mapper().writeValueAsBytes(journey.value()));
  }
}
