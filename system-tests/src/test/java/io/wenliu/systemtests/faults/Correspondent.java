package io.wenliu.systemtests.faults;

import io.wenliu.contract.Article;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.systemtests.Api;
import io.wenliu.systemtests.InventedNews;
import io.wenliu.systemtests.Newsroom;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Somebody who submits over HTTP, one article after the other, and each again until it is
/// accepted: what an answer got lost of comes twice.
final class Correspondent {

  private static final int ACCEPTED = 202;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Newsroom newsroom;
  private final Api api;
  private final Expectation expectation;

  /// @param newsroom on whose behalf
  Correspondent(Newsroom newsroom, Api api, Expectation expectation) {
    this.newsroom = newsroom;
    this.api = api;
    this.expectation = expectation;
  }

  /// Returns once all are accepted.
  ///
  /// @param over without pauses from when this is true
  void send(int articles, BooleanSupplier over) {
    for (int number = 0; number < articles; number++) {
      Article article = InventedNews.article(number);
      String ownId = "by-http-" + number;
      DocumentId document = newsroom.document(ownId);
      byte[] submission =
          ContractJson.write(InventedNews.submission(newsroom.source(), ownId, 1L, article));
      while (!isAccepted(submission)) {
        FaultyPipeline.last(PAUSE);
      }
      expectation.sent(document, Version.of(1, 0), article.headline());
      if (!over.getAsBoolean()) {
        FaultyPipeline.last(PAUSE);
      }
    }
  }

  private boolean isAccepted(byte[] submission) {
    try {
      return api.submit("application/json", submission, Map.of()).status() == ACCEPTED;
    } catch (UncheckedIOException e) {
      // Nobody knows whether it has come.
      return false;
    }
  }
}
