package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.Stage;
import io.wenliu.contract.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a journey is to be told once searches show it.
///
/// @param article null when it is about the whole document version
record Fact(
    DocumentId document,
    Version version,
    @Nullable ArticleId article,
    JourneyEvent.Step step,
    @Nullable String reason) {

  JourneyEvent at(Stage stage, Instant time) {
    return new JourneyEvent(document, version, article, stage, step, reason, time);
  }
}
