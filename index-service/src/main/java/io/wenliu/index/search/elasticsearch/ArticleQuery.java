package io.wenliu.index.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.wenliu.index.search.Clause;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.Evidence;
import io.wenliu.index.search.FacetField;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.text.TextNormalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns a search into a query.
///
/// A word counts where it stands as a word (headline before text), and, a little less, wherever its
/// characters stand side by side: so it is found however the segmenter has cut them. Phrases go by
/// characters alone.
public final class ArticleQuery {

  private static final float PHRASE_BONUS = 1.5f;

  /// Of a word's characters, to the word itself.
  private static final float CHARACTERS_WEIGHT = 0.8f;

  private static final float OTHER_WORDS_WEIGHT = 0.8f;
  private static final String RECENCY_SCALE = "365d";

  /// The name of [#byWords(SearchRequest)]: hits tell which named queries they match.
  static final String BY_WORDS = "by-words";

  private ArticleQuery() {}

  /// With scores; recency counts for a tenth.
  public static Query ranked(SearchRequest search) {
    return ranked(search, "now");
  }

  /// The same with scores that stay as they are while time passes.
  static Query ranked(SearchRequest search, Instant now) {
    return ranked(search, now.toString());
  }

  private static Query ranked(SearchRequest search, String now) {
    BoolQuery.Builder bool = hardConditions(search);
    for (Clause clause : search.query().wanted()) {
      if (clause instanceof Clause.Words words) {
        bool.must(words(words, search));
      }
    }
    Query matching = Query.of(q -> q.bool(bool.build()));
    if (!search.query().hasText()) {
      return matching;
    }
    return Query.of(q ->
        q.functionScore(score ->
            score
                .query(matching)
                .functions(f -> f.weight(1.0))
                .functions(f ->
                    f.weight(0.1)
                        .exp(decay ->
                            decay.date(date ->
                                date.field("newest")
                                    .placement(p ->
                                        p.origin(now)
                                            .scale(Time.of(t -> t.time(RECENCY_SCALE)))
                                            .decay(0.5)))))
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
  }

  /// Articles that have any of the words, those with more and rarer ones first.
  static Query someWords(SearchRequest search) {
    return Query.of(q ->
        q.bool(
            hardConditions(search)
                .must(m -> m.bool(any -> any.should(eachWord(search)).minimumShouldMatch("1")))
                .build()));
  }

  /// What [#ranked(SearchRequest)] asks of the words, without a score.
  static Query byWords(SearchRequest search) {
    BoolQuery.Builder bool = new BoolQuery.Builder().queryName(BY_WORDS).boost(0f);
    for (Clause clause : search.query().wanted()) {
      if (clause instanceof Clause.Words words) {
        bool.filter(words(words, search));
      }
    }
    return Query.of(q -> q.bool(bool.build()));
  }

  static List<Query> eachWord(SearchRequest search) {
    return search.query().words().stream().map(word -> word(word, search)).toList();
  }

  /// What a hit must fulfil even if it was found by its meaning.
  public static BoolQuery.Builder hardConditions(SearchRequest search) {
    BoolQuery.Builder bool = new BoolQuery.Builder().filter(term("state", "alive"));
    for (Clause clause : search.query().wanted()) {
      switch (clause) {
        case Clause.Words _ -> {}
        case Clause.Phrase phrase -> bool.must(phrase(phrase.text()));
        case Clause.Value value -> bool.filter(value(value.field(), List.of(value.value())));
        case Clause.Published published -> bool.filter(published(published.range()));
      }
    }
    for (Clause clause : search.query().unwanted()) {
      bool.mustNot(
          switch (clause) {
            case Clause.Words words -> phrase(words.text());
            case Clause.Phrase phrase -> phrase(phrase.text());
            case Clause.Value value -> value(value.field(), List.of(value.value()));
            case Clause.Published published -> published(published.range());
          });
    }
    search.filters().forEach((field, values) -> bool.filter(value(field, values)));
    bool.filter(filters(search.published()));
    long until = search.cursor().until();
    if (until > 0) {
      bool.filter(f ->
          f.range(r ->
              r.date(d -> d.field("indexedAt").lte(Long.toString(until)).format("epoch_millis"))));
    }
    return bool;
  }

  /// The part of the conditions that the vectors index can judge too; what does not stand has no
  /// vector.
  static List<Query> vectorFilters(SearchRequest search) {
    List<Query> filters = new ArrayList<>();
    for (Clause clause : search.query().wanted()) {
      switch (clause) {
        case Clause.Words _, Clause.Phrase _ -> {}
        case Clause.Value value -> filters.add(vectorValue(value.field(), List.of(value.value())));
        case Clause.Published published -> filters.add(published(published.range()));
      }
    }
    search.filters().forEach((field, values) -> filters.add(vectorValue(field, values)));
    filters.addAll(filters(search.published()));
    return filters;
  }

  private static List<Query> filters(DateRange range) {
    return range.from() == null && range.to() == null ? List.of() : List.of(published(range));
  }

  private static Query words(Clause.Words words, SearchRequest search) {
    List<Query> each = words.words().stream().map(word -> word(word, search)).toList();
    if (each.size() == 1) {
      return each.getFirst();
    }
    return Query.of(q ->
        q.bool(outer ->
            outer
                .must(m ->
                    m.bool(all ->
                        all.should(each)
                            // All of two, three of four: long questions seldom
                            // match to the last word.
                            .minimumShouldMatch("2<75%")))
                .should(s -> s.bool(b -> b.must(phrase(words.text())).boost(PHRASE_BONUS)))));
  }

  private static Query word(String word, SearchRequest search) {
    Stream<Query> asWord =
        Stream.of(
            term("enrichment.headlineWords", word, 3f),
            term("enrichment.paragraphWords", word, 1f),
            term("authors", word, 6f),
            term("newspaper", word, 2f));
    if (!search.counts(Evidence.CHARACTERS)) {
      return best(asWord);
    }
    if (!search.counts(Evidence.WORDS)) {
      return best(characters(word, CHARACTERS_WEIGHT, phrase("article.paragraphs", word, 0.8f)));
    }
    Query inTheText =
        search.query().known().contains(word)
            ? term("otherWords", word, OTHER_WORDS_WEIGHT)
            : phrase("article.paragraphs", word, 0.8f);
    return best(Stream.concat(asWord, characters(word, CHARACTERS_WEIGHT, inTheText)));
  }

  private static Query phrase(String text) {
    return best(characters(text, 1, phrase("article.paragraphs", text, 1f)));
  }

  /// What is printed above and beside the text: little enough to be searched by characters.
  private static Stream<Query> characters(String text, float weight, Query inTheText) {
    return Stream.of(
        phrase("article.headline", text, 3f * weight),
        phrase("beside", text, 1.5f * weight),
        inTheText);
  }

  private static Query best(Stream<Query> queries) {
    return Query.of(q -> q.disMax(d -> d.queries(queries.toList()).tieBreaker(0.1)));
  }

  private static Query phrase(String field, String text, float boost) {
    return Query.of(q -> q.matchPhrase(m -> m.field(field).query(text).boost(boost)));
  }

  private static Query term(String field, String value, float boost) {
    return Query.of(q -> q.term(t -> t.field(field).value(value).boost(boost)));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Query value(FacetField field, List<String> values) {
    return anyOf(field.indexFields(), values);
  }

  /// The agency is not kept beside the vectors.
  private static Query vectorValue(FacetField field, List<String> values) {
    return anyOf(
        field.indexFields().stream().filter(name -> !name.equals("agency")).toList(), values);
  }

  private static Query anyOf(List<String> fields, List<String> values) {
    List<FieldValue> terms =
        values.stream()
            .flatMap(value -> Stream.of(value, TextNormalizer.fold(value)))
            .distinct()
            .map(FieldValue::of)
            .toList();
    List<Query> queries =
        fields.stream()
            .map(name -> Query.of(q -> q.terms(t -> t.field(name).terms(v -> v.value(terms)))))
            .toList();
    return queries.size() == 1
        ? queries.getFirst()
        : Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
  }

  private static Query published(DateRange range) {
    return Query.of(q ->
        q.range(r ->
            r.date(d -> {
              d.field("published");
              if (range.from() != null) {
                d.gte(range.from().toString());
              }
              if (range.to() != null) {
                d.lte(range.to().toString());
              }
              return d;
            })));
  }
}
