package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Pushes the sample pages and follows their articles until every one can be searched that has not
/// been withdrawn before, looking from outside as any client would.
final class SeedRun {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);

  private final GatewayClient gateway;
  private final Progress progress;
  private final Set<String> thereBefore = new HashSet<>();
  private final Map<Seed, Long> pushedAt = new LinkedHashMap<>();
  private final Map<Seed, Journey> arrived = new HashMap<>();
  private final Map<String, Double> seconds = new HashMap<>();

  SeedRun(GatewayClient gateway, Progress progress) {
    this.gateway = gateway;
    this.progress = progress;
  }

  /// @param feed pushes one
  /// @return one row per article, page by page in the pages' own order
  /// @throws PagesMissingException when not every article can be searched in time
  List<ArticleRow> run(List<Seed> seeds, Consumer<Seed> feed) throws InterruptedException {
    for (var seed : seeds) {
      gateway
          .journey(seed.documentId())
          .ifPresent(journey -> thereBefore.addAll(journey.searchable()));
    }
    progress.step("正在推送 " + seeds.size() + " 个样张");
    for (var seed : seeds) {
      pushedAt.put(seed, System.nanoTime());
      feed.accept(seed);
    }
    awaitSearchable();
    var rows = new ArrayList<ArticleRow>();
    for (var seed : seeds) {
      var journey = arrived.getOrDefault(seed, Journey.NONE);
      if (!journey.isOver()) {
        for (var id : journey.articles()) {
          rows.add(row(id));
        }
      }
    }
    return rows;
  }

  /// Names of the pages that have no rows: what somebody has withdrawn or replaced since, a push of
  /// the same version does not bring back.
  List<String> over() {
    return pushedAt.keySet().stream()
        .filter(seed -> arrived.getOrDefault(seed, Journey.NONE).isOver())
        .map(Seed::fileName)
        .toList();
  }

  private void awaitSearchable() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (arrived.size() < pushedAt.size()) {
      for (var seed : pushedAt.keySet()) {
        if (!arrived.containsKey(seed)) {
          look(seed);
        }
      }
      if (System.nanoTime() > deadline) {
        throw new PagesMissingException(missing());
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private void look(Seed seed) throws InterruptedException {
    var journey = gateway.journey(seed.documentId()).orElse(Journey.NONE);
    double elapsed = (System.nanoTime() - pushedAt.getOrDefault(seed, 0L)) / 1e9;
    journey.searchable().forEach(id -> seconds.putIfAbsent(id, elapsed));
    if (journey.hasFailed()) {
      throw new PagesMissingException(List.of(seed.fileName()));
    }
    if (journey.isSearchable() || journey.isOver()) {
      arrived.put(seed, journey);
      progress.step("可检索 %d/%d 个样张".formatted(arrived.size(), pushedAt.size()));
    }
  }

  private List<String> missing() {
    return pushedAt.keySet().stream()
        .filter(seed -> !arrived.containsKey(seed))
        .map(Seed::fileName)
        .toList();
  }

  private ArticleRow row(String id) throws InterruptedException {
    JsonNode article =
        gateway.article(id).orElseThrow(() -> new PagesMissingException(List.of(id)));
    var authors = new ArrayList<String>();
    article.path("authors").forEach(author -> authors.add(author.asString("")));
    return new ArticleRow(
        article.path("headline").asString(""),
        String.join(" ", authors),
        article.path("newspaper").asString(""),
        article.path("published").asString(""),
        article.path("page").asString(""),
        thereBefore.contains(id) ? null : seconds.get(id));
  }
}
