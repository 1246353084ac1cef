package io.wenliu.index.explore;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.index.explore.elasticsearch.TermCounts;
import io.wenliu.index.explore.elasticsearch.TermCounts.Counts;
import io.wenliu.index.explore.elasticsearch.TermCounts.Term;
import io.wenliu.index.names.EntityName;
import io.wenliu.index.search.DateRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what is rising: terms that articles of some days have more often than those before.
@Component
class Trends {

  /// By the field of the words index; names first, since a term that is both is a name.
  private static final Map<String, Type> FIELDS = fields();

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final int CANDIDATES = 1_000;
  private static final int STEPS_SHOWN = 12;
  private static final int MOST_STEPS = 120;

  /// Below this many articles a term that stands in one of them is worth showing.
  private static final int FEW_ARTICLES = 10;

  private final TermCounts counts;
  private final Clock clock;

  Trends(TermCounts counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /// What sort of term it is.
  enum Type {
    NAME,
    KEYPHRASE,
    TOPIC
  }

  /// How many articles had the term in a step of time.
  record Point(String date, long count) {}

  /// A rising term.
  ///
  /// @param type `name`, `keyphrase` or `topic`
  /// @param entityId of a name; null otherwise
  /// @param articles of the days in question that have it
  /// @param background articles before them that have it
  /// @param score standard deviations above what was to be expected
  /// @param series without gaps
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Trend(
      String text,
      String type,
      @Nullable String entityId,
      long articles,
      long background,
      double score,
      List<Point> series) {}

  /// @param from first of the days in question; null when there are no articles
  /// @param to last of them
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TrendAnswer(
      @Nullable LocalDate from, @Nullable LocalDate to, String interval, List<Trend> trends) {}

  private record Scored(Term term, long articles, long background, double score) {}

  /// @param asked days in question; an open end is where the last articles are, an open beginning
  ///   that of the end's interval
  /// @param types at least one
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  TrendAnswer of(DateRange asked, Interval interval, Collection<Type> types, int size) {
    LocalDate to = asked.to();
    if (to == null) {
      // A misread year must not make the future the present.
      Optional<LocalDate> newest = counts.newest(LocalDate.now(clock.withZone(BEIJING)));
      if (newest.isEmpty()) {
        return new TrendAnswer(null, null, interval.id(), List.of());
      }
      to = newest.get();
    }
    LocalDate from = asked.from() == null ? interval.start(to) : asked.from();
    List<String> fields =
        FIELDS.entrySet().stream()
            .filter(field -> types.contains(field.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    Counts now = counts.top(fields, new DateRange(from, to), CANDIDATES);
    if (now.terms().isEmpty()) {
      return new TrendAnswer(from, to, interval.id(), List.of());
    }
    Counts before = counts.of(now.terms().keySet(), new DateRange(null, from.minusDays(1)));
    List<Scored> rising = rising(now, before, fields, size);
    return new TrendAnswer(from, to, interval.id(), withSeries(rising, from, to, interval));
  }

  private static List<Scored> rising(Counts now, Counts before, List<String> fields, int size) {
    long least = now.articles() < FEW_ARTICLES ? 1 : 2;
    List<Scored> scored = new ArrayList<>();
    now.terms()
        .forEach((term, articles) -> {
          long background = before.terms().getOrDefault(term, 0L);
          double score = score(articles, now.articles(), background, before.articles());
          if (articles >= least && score > 0) {
            scored.add(new Scored(term, articles, background, score));
          }
        });
    scored.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingInt(s -> fields.indexOf(s.term().field()))
            .thenComparing(s -> s.term().text()));
    Map<String, Integer> best = new LinkedHashMap<>();
    scored.forEach(s -> best.merge(s.term().text(), fields.indexOf(s.term().field()), Math::min));
    return scored.stream()
        .filter(s -> best.getOrDefault(s.term().text(), -1) == fields.indexOf(s.term().field()))
        .limit(size)
        .toList();
  }

  /// The log-odds ratio of the two shares in standard deviations (Monroe, Colaresi and Quinn,
  /// Fightin' Words, Political Analysis 16, 2008, with a flat prior): so a term that is frequent
  /// always does not rise, and one that stands in a single article does not win.
  static double score(long articles, long ofNow, long background, long ofBefore) {
    double prior = 0.5;
    double now = Math.log((articles + prior) / (ofNow - articles + prior));
    double before = Math.log((background + prior) / (ofBefore - background + prior));
    double variance = 1 / (articles + prior) + 1 / (background + prior);
    return (now - before) / Math.sqrt(variance);
  }

  private List<Trend> withSeries(
      List<Scored> rising, LocalDate from, LocalDate to, Interval interval) {
    if (rising.isEmpty()) {
      return List.of();
    }
    List<LocalDate> steps = steps(from, to, interval);
    Set<Term> terms = rising.stream().map(Scored::term).collect(Collectors.toSet());
    Map<LocalDate, Map<Term, Long>> series =
        counts.series(terms, new DateRange(steps.getFirst(), to), interval.id());
    return rising.stream()
        .map(s ->
            new Trend(
                s.term().text(),
                type(s.term()).name().toLowerCase(java.util.Locale.ROOT),
                entityId(s.term()),
                s.articles(),
                s.background(),
                Math.round(s.score() * 100) / 100.0,
                steps.stream()
                    .map(step ->
                        new Point(
                            interval.label(step),
                            series.getOrDefault(step, Map.of()).getOrDefault(s.term(), 0L)))
                    .toList()))
        .toList();
  }

  /// The days in question, and before them enough to see the rise.
  static List<LocalDate> steps(LocalDate from, LocalDate to, Interval interval) {
    List<LocalDate> steps = new ArrayList<>();
    LocalDate step = interval.start(to);
    while (steps.size() < MOST_STEPS
        && (steps.size() < STEPS_SHOWN || !step.isBefore(interval.start(from)))) {
      steps.addFirst(step);
      step = interval.plus(step, -1);
    }
    return steps;
  }

  private static @Nullable String entityId(Term term) {
    for (EntityType type : EntityName.TYPES) {
      if (EntityName.indexField(type).equals(term.field())) {
        return new EntityName(type, term.text()).id();
      }
    }
    return null;
  }

  private static Type type(Term term) {
    return FIELDS.getOrDefault(term.field(), Type.KEYPHRASE);
  }

  private static Map<String, Type> fields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    EntityName.TYPES.forEach(type -> fields.put(EntityName.indexField(type), Type.NAME));
    fields.put("keyphrases", Type.KEYPHRASE);
    fields.put("topicLabels", Type.TOPIC);
    return fields;
  }

  /// All of them.
  static Set<Type> everyType() {
    return new HashSet<>(List.of(Type.values()));
  }
}
