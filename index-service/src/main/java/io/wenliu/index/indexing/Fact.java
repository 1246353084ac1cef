package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a journey is to be told once searches show it.
///
/// @param article null when it is about the whole document version
/// @param articles of the version, where the whole of it is indexed; else null
record Fact(
    DocumentId document,
    Version version,
    @Nullable ArticleId article,
    JourneyEvent.Step step,
    @Nullable String reason,
    @Nullable List<ArticleId> articles) {

  Fact(
      DocumentId document,
      Version version,
      @Nullable ArticleId article,
      JourneyEvent.Step step,
      @Nullable String reason) {
    this(document, version, article, step, reason, null);
  }

  Fact listing(List<ArticleId> ofVersion) {
    return new Fact(document, version, article, step, reason, ofVersion);
  }

  JourneyEvent at(Stage stage, Instant time) {
    return new JourneyEvent(document, version, article, stage, step, reason, time, articles);
  }
}
