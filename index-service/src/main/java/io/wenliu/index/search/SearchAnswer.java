package io.wenliu.index.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.PartialDate;
import io.wenliu.index.search.WordHits.Count;
import io.wenliu.index.search.WordHits.Month;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of hits.
///
/// @param total of all that match
/// @param stories how many these are, reprints folded; null where there are more than were looked
///   at
/// @param mode `hybrid` when meanings counted, else `words`
/// @param notice why the answer is less than it could be; null when it is not
/// @param facets by the facet's id; empty unless asked for
/// @param cursor for the next page; null on the last
/// @param didYouMean what the box may have been meant to say where the words find nothing, its
///   operators included; null otherwise
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SearchAnswer(
    long total,
    @Nullable Integer stories,
    long tookMillis,
    String mode,
    @Nullable String notice,
    List<Hit> hits,
    Map<String, List<Count>> facets,
    List<Month> histogram,
    @Nullable String cursor,
    @Nullable String didYouMean) {

  /// An article in short.
  ///
  /// @param storySize how many printings of the story there are, itself included
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Hit(
      String id,
      DocumentId documentId,
      String headline,
      @Nullable String subtitle,
      List<String> authors,
      @Nullable String newspaper,
      @Nullable String page,
      @Nullable PartialDate published,
      boolean publishedInferred,
      Enrichment.@Nullable ArticleKind kind,
      List<TopicLabel> topics,
      List<String> summary,
      Highlights highlights,
      @Nullable Instant receivedAt,
      @Nullable Instant indexedAt,
      double score,
      int storySize) {}

  /// A topic by code and Chinese name.
  public record TopicLabel(String code, String label) {}

  /// Marked text; the marks are U+E000 and U+E001.
  ///
  /// @param headline null when nothing in it is marked
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Highlights(@Nullable String headline, List<String> body) {}
}
