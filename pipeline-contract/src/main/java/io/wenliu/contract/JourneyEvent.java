package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One fact about the way of a document version, or of one of its articles.
///
/// @param version null only where the failure was met before a version was known
/// @param article null when it is about the whole document
/// @param reason a sentence for the newsroom; given for failures
/// @param articles those of the version, in the order of the page, so that nobody has to look them
///   up to know whether all have arrived; given where the whole document is indexed, else null
public record JourneyEvent(
    DocumentId document,
    @Nullable Version version,
    @Nullable ArticleId article,
    Stage stage,
    Step step,
    @Nullable String reason,
    Instant at,
    @Nullable List<ArticleId> articles)
    implements PipelineMessage {

  public JourneyEvent {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(at, "at");
    reason = Absent.ifBlank(reason);
    articles = articles == null ? null : List.copyOf(articles);
  }

  /// One that lists no articles.
  public JourneyEvent(
      DocumentId document,
      @Nullable Version version,
      @Nullable ArticleId article,
      Stage stage,
      Step step,
      @Nullable String reason,
      Instant at) {
    this(document, version, article, stage, step, reason, at, null);
  }

  /// What happened.
  public enum Step {
    /// The intake has it.
    @JsonProperty("received")
    RECEIVED,
    /// Its articles are cut out.
    @JsonProperty("extracted")
    EXTRACTED,
    /// Names, quotes and keyphrases are found.
    @JsonProperty("enriched")
    ENRICHED,
    /// It can be searched.
    @JsonProperty("indexed")
    INDEXED,
    /// Its vector can be searched.
    @JsonProperty("embedded")
    EMBEDDED,
    /// A newer version has taken its place.
    @JsonProperty("superseded")
    SUPERSEDED,
    /// It was taken back.
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /// It can never be processed; the reason says why.
    @JsonProperty("failed")
    FAILED,
    /// It had failed and was put back on its way.
    @JsonProperty("replayed")
    REPLAYED
  }
}
