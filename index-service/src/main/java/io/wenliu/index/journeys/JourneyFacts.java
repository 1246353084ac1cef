package io.wenliu.index.journeys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that is known of one document version, each fact once.
///
/// Of a repeated fact the earliest stays, of failures and replays the latest, so merging the same
/// events again, in any order, gives the same facts.
///
/// @param document what was told of the whole
/// @param articles what was told of each article
/// @param expected the articles of its manifest, in the order of the page; null until that has come
public record JourneyFacts(
    Map<FactName, Moment> document,
    Map<ArticleId, Map<FactName, Moment>> articles,
    @Nullable List<ArticleId> expected) {

  static final JourneyFacts NONE = new JourneyFacts(Map.of(), Map.of(), null);

  /// When something happened, where, and why.
  public record Moment(Instant at, Stage stage, @Nullable String reason) {}

  /// The facts as they are stored: ids are values there and never names of fields, since a JSON
  /// parser remembers every name it meets.
  record Stored(List<Told> told, @Nullable List<ArticleId> expected) {}

  /// @param article null where it was told of the whole
  record Told(
      @Nullable ArticleId article,
      FactName fact,
      Instant at,
      Stage stage,
      @Nullable String reason) {

    static Told of(@Nullable ArticleId article, FactName fact, Moment moment) {
      return new Told(article, fact, moment.at(), moment.stage(), moment.reason());
    }
  }

  @JsonCreator
  static JourneyFacts of(Stored stored) {
    Map<FactName, Moment> document = new TreeMap<>();
    Map<ArticleId, Map<FactName, Moment>> articles = new TreeMap<>();
    for (Told told : stored.told()) {
      Map<FactName, Moment> facts =
          told.article() == null
              ? document
              : articles.computeIfAbsent(told.article(), _ -> new TreeMap<>());
      facts.put(told.fact(), new Moment(told.at(), told.stage(), told.reason()));
    }
    return new JourneyFacts(document, articles, stored.expected());
  }

  @JsonValue
  Stored stored() {
    List<Told> told = new ArrayList<>();
    document.forEach((fact, moment) -> told.add(Told.of(null, fact, moment)));
    articles.forEach((article, facts) ->
        facts.forEach((fact, moment) -> told.add(Told.of(article, fact, moment))));
    return new Stored(told, expected);
  }

  JourneyFacts with(JourneyEvent event) {
    FactName name = FactName.of(event);
    Moment moment = new Moment(event.at(), event.stage(), event.reason());
    ArticleId article = event.article();
    if (article == null) {
      Map<FactName, Moment> merged = with(document, name, moment);
      // The list of the moment that stands.
      boolean lists = event.articles() != null && moment.equals(merged.get(name));
      return new JourneyFacts(merged, articles, lists ? event.articles() : expected);
    }
    Map<ArticleId, Map<FactName, Moment>> merged = new TreeMap<>(articles);
    merged.merge(article, Map.of(name, moment), (known, _) -> with(known, name, moment));
    return new JourneyFacts(document, merged, expected);
  }

  JourneyFacts withExpected(List<ArticleId> manifest) {
    return new JourneyFacts(document, articles, manifest);
  }

  /// Whether the manifest is in the index but its articles are not known here: not every event has
  /// told them.
  boolean needsManifest() {
    return expected == null && document.containsKey(FactName.INDEXED);
  }

  private static Map<FactName, Moment> with(
      Map<FactName, Moment> known, FactName name, Moment moment) {
    Moment before = known.get(name);
    if (before != null && !name.outranks(moment, before)) {
      return known;
    }
    Map<FactName, Moment> merged = new TreeMap<>(known);
    merged.put(name, moment);
    return merged;
  }

  /// With its document version an article is superseded or withdrawn, whether it was told of it or
  /// not: a newer version may have been written over it.
  JourneyState stateOf(ArticleId article) {
    JourneyState own = state(articles.getOrDefault(article, Map.of()));
    JourneyState whole = state(document);
    boolean over = whole == JourneyState.SUPERSEDED || whole == JourneyState.WITHDRAWN;
    return over && own != JourneyState.FAILED ? whole : own;
  }

  JourneyState state() {
    JourneyState own = state(document);
    if (own == JourneyState.SEARCHABLE) {
      // The manifest is in: now it depends on its articles.
      JourneyState whole = JourneyState.SEARCHABLE;
      for (ArticleId article : expected == null ? List.<ArticleId>of() : expected) {
        JourneyState state = stateOf(article);
        if (state == JourneyState.IN_FLIGHT) {
          return JourneyState.IN_FLIGHT;
        }
        if (state == JourneyState.FAILED) {
          whole = JourneyState.FAILED;
        }
      }
      return expected == null ? JourneyState.IN_FLIGHT : whole;
    }
    return own;
  }

  /// What ends a journey outweighs what began it; a replayed dead letter outweighs its failure.
  private static JourneyState state(Map<FactName, Moment> facts) {
    if (facts.containsKey(FactName.WITHDRAWN)) {
      return JourneyState.WITHDRAWN;
    }
    if (facts.containsKey(FactName.SUPERSEDED)) {
      return JourneyState.SUPERSEDED;
    }
    if (facts.containsKey(FactName.INDEXED)) {
      return JourneyState.SEARCHABLE;
    }
    Moment failed = facts.get(FactName.FAILED);
    Moment replayed = facts.get(FactName.REPLAYED);
    boolean standing = failed != null && (replayed == null || !replayed.at().isAfter(failed.at()));
    return standing ? JourneyState.FAILED : JourneyState.IN_FLIGHT;
  }

  /// When the last part of it became searchable; null while one is not.
  @Nullable Instant searchableAt() {
    Moment manifest = document.get(FactName.INDEXED);
    if (manifest == null || expected == null) {
      return null;
    }
    Instant last = manifest.at();
    for (ArticleId article : expected) {
      Moment indexed = articles.getOrDefault(article, Map.of()).get(FactName.INDEXED);
      if (indexed == null) {
        return null;
      }
      last = indexed.at().isAfter(last) ? indexed.at() : last;
    }
    return last;
  }

  /// Whether it is told how this version came: received, refused before that, or taken back unseen.
  ///
  /// What the later stages tell of a version does not count: it would be there whether somebody had
  /// submitted it or not.
  boolean isAccepted() {
    return document.containsKey(FactName.RECEIVED)
        || document.containsKey(FactName.FAILED)
        || document.containsKey(FactName.WITHDRAWN);
  }

  /// How many articles the intake tells of. Their states are counted over all that any stage tells
  /// of and all that the manifest lists, so that one that came from nowhere, or got lost on its way
  /// here, is seen.
  int acceptedArticles() {
    return (int)
        articles.values().stream().filter(known -> known.containsKey(FactName.EXTRACTED)).count();
  }

  /// When it was first heard of.
  @Nullable Instant receivedAt() {
    Moment received = document.get(FactName.RECEIVED);
    return received == null ? null : received.at();
  }

  /// A kind of fact: the steps, but a failure in the vectors' lane is none of the words'.
  public enum FactName {
    RECEIVED(Step.RECEIVED),
    EXTRACTED(Step.EXTRACTED),
    ENRICHED(Step.ENRICHED),
    INDEXED(Step.INDEXED),
    EMBEDDED(Step.EMBEDDED),
    SUPERSEDED(Step.SUPERSEDED),
    WITHDRAWN(Step.WITHDRAWN),
    FAILED(Step.FAILED),
    REPLAYED(Step.REPLAYED),
    EMBEDDING_FAILED(Step.FAILED);

    private final Step step;

    FactName(Step step) {
      this.step = step;
    }

    Step step() {
      return step;
    }

    boolean outranks(Moment moment, Moment known) {
      return (this == FAILED || this == REPLAYED)
          ? moment.at().isAfter(known.at())
          : moment.at().isBefore(known.at());
    }

    static FactName of(JourneyEvent event) {
      boolean vectors =
          event.stage() == Stage.EMBED
              || event.stage() == Stage.INDEX_VECTORS
              || event.stage() == Stage.ALERT;
      if (event.step() == Step.FAILED && vectors) {
        return EMBEDDING_FAILED;
      }
      return valueOf(event.step().name());
    }
  }
}
