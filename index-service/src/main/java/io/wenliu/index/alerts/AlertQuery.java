package io.wenliu.index.alerts;

import io.wenliu.index.search.Clause;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.FacetField;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.text.TextNormalizer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// The same search as [io.wenliu.index.search.elasticsearch.ArticleQuery] makes of it, as a
/// question to one article: what it matches is the same, scores do not matter.
final class AlertQuery {

  static final String PUBLISHED = "published";

  /// Authors and newspapers, which are looked in for words too.
  static final String NAMED = "named";

  private AlertQuery() {}

  static Query of(SearchRequest search) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Clause clause : search.query().wanted()) {
      all.add(wanted(clause), Occur.MUST);
      positive = true;
    }
    for (var filter : search.filters().entrySet()) {
      all.add(value(filter.getKey(), filter.getValue()), Occur.MUST);
      positive = true;
    }
    DateRange days = search.published();
    if (days.from() != null || days.to() != null) {
      all.add(published(days), Occur.MUST);
      positive = true;
    }
    for (Clause clause : search.query().unwanted()) {
      all.add(
          switch (clause) {
            case Clause.Words words -> phrase(words.text());
            case Clause.Phrase phrase -> phrase(phrase.text());
            case Clause.Value value -> value(value.field(), List.of(value.value()));
            case Clause.Published days1 -> published(days1.range());
          },
          Occur.MUST_NOT);
    }
    if (!positive) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    return all.build();
  }

  private static Query wanted(Clause clause) {
    return switch (clause) {
      case Clause.Words words -> words(words.words());
      case Clause.Phrase phrase -> phrase(phrase.text());
      case Clause.Value value -> value(value.field(), List.of(value.value()));
      case Clause.Published published -> published(published.range());
    };
  }

  /// All of two, three of four: as the search has it.
  private static Query words(List<String> words) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    int needed = words.size() <= 2 ? words.size() : words.size() * 75 / 100;
    boolean each = needed == words.size();
    words.forEach(word -> some.add(word(word), each ? Occur.MUST : Occur.SHOULD));
    if (!each) {
      some.setMinimumNumberShouldMatch(needed);
    }
    return some.build();
  }

  private static Query word(String word) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(AlertText.WORDS, word)), Occur.SHOULD)
        .add(new TermQuery(new Term(NAMED, word)), Occur.SHOULD)
        .add(phrase(word), Occur.SHOULD)
        .build();
  }

  /// A run of characters: its pairs one after another.
  private static Query phrase(String text) {
    List<String> tokens = AlertText.tokens(text);
    if (tokens.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    if (tokens.size() == 1) {
      return new TermQuery(new Term(AlertText.PAIRS, tokens.getFirst()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      phrase.add(new Term(AlertText.PAIRS, AlertText.pair(tokens.get(i), tokens.get(i + 1))), i);
    }
    PhraseQuery built = phrase.build();
    return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
  }

  private static Query value(FacetField field, List<String> values) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String name : field.indexFields()) {
      values.stream()
          .flatMap(value -> Stream.of(value, TextNormalizer.fold(value)))
          .distinct()
          .forEach(value -> any.add(new TermQuery(new Term(name, value)), Occur.SHOULD));
    }
    return any.build();
  }

  private static Query published(DateRange days) {
    return LongPoint.newRangeQuery(
        PUBLISHED,
        days.from() == null ? Long.MIN_VALUE : days.from().toEpochDay(),
        days.to() == null ? Long.MAX_VALUE : days.to().toEpochDay());
  }
}
