package io.wenliu.index.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.AlertMatched;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.PartialDate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A match as readers and webhooks get it.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ShownMatch(
    String id,
    String alertId,
    ArticleId articleId,
    String headline,
    @Nullable String newspaper,
    @Nullable PartialDate published,
    Instant matchedAt) {

  static ShownMatch of(AlertMatched match) {
    return new ShownMatch(
        match.id(),
        match.alert(),
        match.article(),
        match.headline(),
        match.newspaper(),
        match.published(),
        match.matchedAt());
  }
}
