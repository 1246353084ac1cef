package io.wenliu.index.search;

import io.wenliu.index.search.QueryVectors.QueryVector;
import io.wenliu.index.search.RankFusion.Ranking;
import io.wenliu.index.search.SearchAnswer.Hit;
import io.wenliu.index.search.SearchRequest.Sort;
import io.wenliu.index.search.SearchSteps.Step;
import io.wenliu.index.search.elasticsearch.VectorSearch;
import io.wenliu.index.search.elasticsearch.WordSearch;
import io.wenliu.index.stories.StoryFolder;
import io.wenliu.index.stories.StoryFolder.Story;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Answers searches: words and meaning side by side, fused, confirmed and shown; by date where that
/// is the order.
@Component
class ArticleSearch implements AutoCloseable {

  /// Found by trying weights on one half of a table of graded queries, and checked on the other:
  /// see docs/adr/0013.
  private static final double MEANING_WEIGHT = 1.0;

  private static final double WORDS_WEIGHT = 0.5;
  private static final double SOME_WORDS_WEIGHT = 0.15;

  private static final int FIRST_PAGES = 60;
  private static final int FIRST_WINDOW = 120;

  private final WordSearch words;
  private final DatedSearch dated;
  private final VectorSearch vectors;
  private final QueryVectors queryVectors;
  private final ArticleHits hits;
  private final SearchSettings settings;
  private final SearchSteps steps;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ArticleSearch(
      WordSearch words,
      DatedSearch dated,
      VectorSearch vectors,
      QueryVectors queryVectors,
      ArticleHits hits,
      SearchSettings settings,
      SearchSteps steps,
      Clock clock) {
    this.words = words;
    this.dated = dated;
    this.vectors = vectors;
    this.queryVectors = queryVectors;
    this.hits = hits;
    this.settings = settings;
    this.steps = steps;
    this.clock = clock;
  }

  /// What a search found.
  ///
  /// @param byWords of these, how many the words have found
  /// @param stories how many they all are with their reprints folded; null where not all were
  ///   looked at
  /// @param meaning whether vectors counted
  /// @param meaningMissed whether they should have and could not
  record Found(
      long total,
      long byWords,
      @Nullable Integer stories,
      boolean meaning,
      boolean meaningMissed,
      boolean complete,
      List<Hit> hits,
      Map<FacetField, List<WordHits.Count>> facets,
      List<WordHits.Month> histogram,
      @Nullable Cursor next) {}

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be
  ///   answered now
  Found search(SearchRequest search) {
    return search.sort() == Sort.NEWEST ? dated.search(search) : byRelevance(search);
  }

  private Found byRelevance(SearchRequest search) {
    int offset = search.cursor().offset();
    boolean first = offset + search.size() <= FIRST_PAGES;
    Ranked ranked = ranked(search, first ? FIRST_WINDOW : settings.maxDepth());
    if (ranked.isCut() && ranked.stories().size() <= offset) {
      // So many printings of so few stories.
      ranked = ranked(search, settings.maxDepth());
    }
    List<Story<RankedArticle>> page =
        ranked.stories().stream().skip(offset).limit(search.size()).toList();
    int shown = offset + page.size();
    boolean more =
        !page.isEmpty()
            && shown < settings.maxDepth()
            && (shown < ranked.stories().size() || ranked.isCut());
    long until = search.cursor().until() > 0 ? search.cursor().until() : clock.millis();
    WordHits found = ranked.byWords();
    return new Found(
        found.total() + ranked.added(),
        found.total(),
        found.total() <= found.ranking().size() ? ranked.stories().size() : null,
        ranked.meaning(),
        ranked.meaningMissed(),
        found.complete(),
        hits.of(page, search.query().needles()),
        found.facets(),
        found.histogram(),
        more ? new Cursor(search.cursor().search(), shown, until, List.of()) : null);
  }

  /// All that a search has found, as deep as it was looked for.
  ///
  /// @param added how many were found that the words have not
  /// @param isCut whether the words would have found more, had it been looked for deeper
  private record Ranked(
      WordHits byWords,
      boolean meaning,
      boolean meaningMissed,
      int added,
      List<Story<RankedArticle>> stories,
      boolean isCut) {}

  /// @param window how many of the words' ranking are looked for; more of them add stories behind
  ///   and change no order, so that all pages of a search go on from each other
  private Ranked ranked(SearchRequest search, int window) {
    boolean byMeaning = search.query().hasText() && search.counts(Evidence.MEANING);
    CompletableFuture<Optional<List<RankedArticle>>> meaning =
        byMeaning
            ? CompletableFuture.supplyAsync(() -> byMeaning(search), threads)
            : CompletableFuture.completedFuture(Optional.empty());
    boolean byWords = search.counts(Evidence.WORDS) || search.counts(Evidence.CHARACTERS);
    WordHits found =
        byWords ? steps.timed(Step.WORDS, () -> words.search(search, window)) : WordHits.NONE;
    Optional<List<RankedArticle>> near = join(meaning);

    List<RankedArticle> top = found.ranking().stream().limit(FIRST_WINDOW).toList();
    List<RankedArticle> added = new ArrayList<>();
    boolean mayBeByWords = found.total() > top.size();
    List<RankedArticle> confirmed =
        confirm(search, top, near.orElse(List.of()), mayBeByWords, added);
    List<RankedArticle> partly = List.of();
    if (byWords && search.query().words().size() > 1) {
      if (found.total() == 0 && near.isEmpty()) {
        // Better than nothing, where nothing else is to be had.
        partly = words.someWords(search, settings.vectorCandidates());
        added.addAll(partly);
      } else {
        partly = byMostWords(top, added);
      }
    }
    List<RankedArticle> fused =
        RankFusion.fuse(
            List.of(
                new Ranking(top, WORDS_WEIGHT),
                new Ranking(confirmed, MEANING_WEIGHT),
                new Ranking(partly, SOME_WORDS_WEIGHT)),
            new Ranking(found.ranking(), WORDS_WEIGHT));
    return new Ranked(
        found,
        near.isPresent(),
        byMeaning && near.isEmpty(),
        (int) added.stream().filter(hit -> !hit.isAlsoByWords()).count(),
        StoryFolder.fold(fused, RankedArticle::fingerprints),
        window < settings.maxDepth() && found.ranking().size() >= window);
  }

  /// Those that have all the words or most, then those found by meaning that have some.
  private static List<RankedArticle> byMostWords(
      List<RankedArticle> byWords, List<RankedArticle> added) {
    return Stream.concat(
            byWords.stream(),
            added.stream()
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(RankedArticle::score).reversed()))
        .toList();
  }

  /// Empty when the query has no vector for now.
  private Optional<List<RankedArticle>> byMeaning(SearchRequest search) {
    Optional<QueryVector> vector =
        steps.timed(Step.VECTOR, () -> queryVectors.of(search.query().text()));
    return vector.map(
        v -> steps.timed(Step.NEAR, () -> vectors.search(search, v.model(), v.vector().values())));
  }

  /// Those of the near ones that live at the version of their vector.
  ///
  /// @param mayBeByWords whether the words have found more than is given
  /// @param added receives those that are not among the ones given
  private List<RankedArticle> confirm(
      SearchRequest search,
      List<RankedArticle> byWords,
      List<RankedArticle> near,
      boolean mayBeByWords,
      List<RankedArticle> added) {
    Map<String, RankedArticle> alive = new HashMap<>();
    byWords.forEach(hit -> alive.put(hit.id(), hit));
    List<String> unknown =
        near.stream().map(RankedArticle::id).filter(id -> !alive.containsKey(id)).toList();
    Set<String> further = new HashSet<>();
    for (RankedArticle hit :
        steps.timed(Step.CONFIRM, () -> words.confirm(search, unknown, mayBeByWords))) {
      alive.put(hit.id(), hit);
      further.add(hit.id());
    }
    List<RankedArticle> confirmed = new ArrayList<>();
    for (RankedArticle hit : near) {
      RankedArticle living = alive.get(hit.id());
      if (living != null && living.version() == hit.version()) {
        confirmed.add(living);
        if (further.contains(hit.id())) {
          added.add(living);
        }
      }
    }
    return confirmed;
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
