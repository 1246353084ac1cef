package io.wenliu.index.indexing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands of a document: its highest version, and which articles that has.
///
/// @param version everything of this version or below that it does not list is dead
/// @param ownId the source's own id; null when it gave none
/// @param name the file's name; null when absent
/// @param contentType null when only a withdrawal is known
/// @param receivedAt null when only a withdrawal is known
/// @param withdrawnAt of the last withdrawal that was applied, even if a newer version has revived
///   the document since; null when there was none
/// @param withdrawalReceivedAt when the pipeline had that withdrawal, by the broker's clock; null
///   when there was none
/// @param reason of the withdrawal; null when none was given
/// @param articles of this version; empty when it is withdrawn
/// @param replaced what it has taken the place of since the write before: a batch that comes again,
///   because its commit failed, finds this record already and has to tell the same once more
public record DocumentRecord(
    DocumentId documentId,
    Version version,
    State state,
    String source,
    @Nullable String ownId,
    @Nullable String name,
    @Nullable String contentType,
    @Nullable Instant receivedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant withdrawalReceivedAt,
    @Nullable String reason,
    List<ArticleId> articles,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Replaced> replaced) {

  /// Source numbers lie below it, times in milliseconds since 1970 above: March 1973.
  private static final long EARLIEST_TIME = 100_000_000_000L;

  public DocumentRecord {
    articles = List.copyOf(articles);
    replaced = List.copyOf(replaced);
  }

  /// A version that stood before.
  ///
  /// @param fate superseded or withdrawn
  /// @param reason of the withdrawal; null when none was given
  public record Replaced(
      Version version, List<ArticleId> articles, Step fate, @Nullable String reason) {
    public Replaced {
      articles = List.copyOf(articles);
    }
  }

  /// Whether the document may be shown.
  public enum State {
    @JsonProperty("current")
    CURRENT,
    @JsonProperty("withdrawn")
    WITHDRAWN
  }

  @JsonIgnore
  public boolean isWithdrawn() {
    return state == State.WITHDRAWN;
  }

  /// The record after this manifest; the last withdrawal stays known.
  static DocumentRecord of(DocumentManifest manifest, @Nullable DocumentRecord before) {
    return new DocumentRecord(
        manifest.document(),
        manifest.version(),
        State.CURRENT,
        manifest.source(),
        manifest.ownId(),
        manifest.name(),
        manifest.contentType(),
        manifest.receivedAt(),
        before == null ? null : before.withdrawnAt,
        before == null ? null : before.withdrawalReceivedAt,
        null,
        manifest.articles(),
        List.of());
  }

  /// The same, which has taken the place of these.
  DocumentRecord replacing(List<Replaced> others) {
    return with(version, others);
  }

  /// The manifest that it was made of.
  ///
  /// @param other of the same version, for what the record does not keep
  DocumentManifest manifest(DocumentManifest other) {
    return new DocumentManifest(
        documentId,
        version,
        source,
        ownId,
        name,
        contentType == null ? other.contentType() : contentType,
        receivedAt == null ? other.receivedAt() : receivedAt,
        articles);
  }

  /// The record after this withdrawal.
  ///
  /// @param version what it outranks
  /// @param withdrawalReceivedAt by the broker's clock
  static DocumentRecord of(
      DocumentWithdrawn withdrawal,
      Version version,
      Instant withdrawalReceivedAt,
      @Nullable DocumentRecord before) {
    return new DocumentRecord(
        withdrawal.document(),
        version,
        State.WITHDRAWN,
        withdrawal.source(),
        before == null ? null : before.ownId,
        before == null ? null : before.name,
        before == null ? null : before.contentType,
        before == null ? null : before.receivedAt,
        withdrawal.withdrawnAt(),
        withdrawalReceivedAt,
        withdrawal.reason(),
        List.of(),
        List.of());
  }

  /// Whether a version orders itself by another scheme than this one: by the source's number or by
  /// a time. The two cannot be compared. A record that only a withdrawal has made has none.
  boolean isOfOtherScheme(Version other) {
    return version.content() > 0
        && (version.content() < EARLIEST_TIME) != (other.content() < EARLIEST_TIME);
  }

  /// Whether a withdrawal that names no version, or a later one, has been applied.
  ///
  /// @param withdrawalReceived by the broker's clock, which tells earlier from later: that of who
  ///   asks may step
  boolean hasApplied(DocumentWithdrawn withdrawal, Instant withdrawalReceived) {
    return withdrawal.withdrawnAt().equals(withdrawnAt)
        || (withdrawalReceivedAt != null && !withdrawalReceived.isAfter(withdrawalReceivedAt));
  }

  /// Whether this withdrawal takes back what came before it, although it outranks the version: what
  /// waited in the backfill lane was accepted before the withdrawal and comes after it.
  boolean takesBack(Instant receivedAt) {
    return isWithdrawn()
        && withdrawalReceivedAt != null
        && receivedAt.isBefore(withdrawalReceivedAt);
  }

  /// The same withdrawal, which outranks this version too.
  DocumentRecord outranking(Version higher) {
    return with(higher, replaced);
  }

  private DocumentRecord with(Version newVersion, List<Replaced> others) {
    return new DocumentRecord(
        documentId,
        newVersion,
        state,
        source,
        ownId,
        name,
        contentType,
        receivedAt,
        withdrawnAt,
        withdrawalReceivedAt,
        reason,
        articles,
        others);
  }

  /// Whether nothing of this version may be shown any more.
  boolean outranks(Version other) {
    int order = other.compareTo(version);
    return order < 0 || (order == 0 && isWithdrawn());
  }

  /// What a late article of this version is by this record.
  ArticleState stateOf(ArticleId article, Version articleVersion) {
    if (isWithdrawn()) {
      return articleVersion.compareTo(version) <= 0 ? ArticleState.WITHDRAWN : ArticleState.ALIVE;
    }
    int order = articleVersion.compareTo(version);
    if (order < 0 || (order == 0 && !articles.contains(article))) {
      return ArticleState.SUPERSEDED;
    }
    return ArticleState.ALIVE;
  }

  /// The version that a tombstone of one of its articles gets.
  ///
  /// An article that the manifest lists, but that has not come at that version, must still be able
  /// to come, for example when its dead letter is replayed.
  Version tombstoneVersion(ArticleId article) {
    return articles.contains(article) ? new Version(Math.max(0, version.value() - 1)) : version;
  }
}
