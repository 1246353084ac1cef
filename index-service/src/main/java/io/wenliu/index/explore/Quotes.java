package io.wenliu.index.explore;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.contract.PartialDate;
import io.wenliu.index.explore.elasticsearch.QuoteSearch;
import io.wenliu.index.explore.elasticsearch.QuoteSearch.Speech;
import io.wenliu.index.explore.elasticsearch.QuoteSearch.Wanted;
import io.wenliu.index.names.EntityName;
import io.wenliu.index.search.Clause;
import io.wenliu.index.search.Cursor;
import io.wenliu.index.search.Highlighter;
import io.wenliu.index.search.WordHits.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Pages through quotes, each shown once and with what it is quoted from.
@Component
class Quotes {

  private static final int LOOKED_THROUGH = 300;
  private static final int MOST_SPEAKERS = 20;

  private final QuoteSearch search;

  Quotes(QuoteSearch search) {
    this.search = search;
  }

  /// What somebody said.
  ///
  /// @param speakerId under which the speaker is found among the names; null when the article does
  ///   not name them
  /// @param highlight the text with marks; null when nothing in it is marked
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShownQuote(
      String articleId,
      String headline,
      @Nullable String newspaper,
      @Nullable PartialDate published,
      String speaker,
      @Nullable String speakerId,
      @Nullable String cue,
      boolean direct,
      String text,
      @Nullable String highlight) {}

  /// One page.
  ///
  /// @param total of all pages
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QuotePage(
      long total, List<ShownQuote> quotes, List<Count> speakers, @Nullable String cursor) {}

  /// @param place where the page begins; its offset counts quotes: of the article that stands after
  ///   its sort values, or, by words, of all
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  QuotePage page(Wanted wanted, Cursor place, int size) {
    boolean byText =
        wanted.query().hasText() || wanted.query().unwanted().stream().anyMatch(Quotes::isText);
    return byText ? byText(wanted, place, size) : walk(wanted, place, size);
  }

  private static boolean isText(Clause clause) {
    return clause instanceof Clause.Words || clause instanceof Clause.Phrase;
  }

  /// Without words every quote of an article counts, or every one of the speaker's.
  private QuotePage walk(Wanted wanted, Cursor place, int size) {
    QuoteSearch.Found found = search.search(wanted, place.after(), size + 1);
    Highlighter highlighter = new Highlighter(List.of());
    List<ShownQuote> quotes = new ArrayList<>();
    List<String> after = place.after();
    int skip = place.offset();
    for (Speech speech : found.speeches()) {
      int taken = Math.min(skip, speech.quotes().size());
      while (taken < speech.quotes().size()) {
        if (quotes.size() == size) {
          Cursor next = new Cursor(place.search(), taken, 0, after);
          return new QuotePage(found.total(), quotes, found.speakers(), next.toString());
        }
        quotes.add(shown(speech, speech.quotes().get(taken), highlighter));
        taken++;
      }
      skip = 0;
      after = speech.sort();
    }
    return new QuotePage(found.total(), quotes, found.speakers(), null);
  }

  /// By words, the best or newest few hundred articles are looked through; that bounds how deep the
  /// pages go, and where there are more, each of the others is counted as one quote.
  private QuotePage byText(Wanted wanted, Cursor place, int size) {
    QuoteSearch.Found found = search.search(wanted, List.of(), LOOKED_THROUGH);
    Highlighter highlighter = new Highlighter(QuoteSearch.needles(wanted.query()));
    List<ShownQuote> all =
        found.speeches().stream()
            .flatMap(
                speech -> speech.quotes().stream().map(quote -> shown(speech, quote, highlighter)))
            .toList();
    Map<String, Long> speakers =
        all.stream().collect(Collectors.groupingBy(ShownQuote::speaker, Collectors.counting()));
    int end = Math.min(place.offset() + size, all.size());
    return new QuotePage(
        all.size() + Math.max(0, found.articles() - found.speeches().size()),
        all.subList(Math.min(place.offset(), end), end),
        speakers.entrySet().stream()
            .map(speaker -> new Count(speaker.getKey(), speaker.getValue()))
            .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
            .limit(MOST_SPEAKERS)
            .toList(),
        end < all.size() ? new Cursor(place.search(), end, 0, List.of()).toString() : null);
  }

  private static ShownQuote shown(Speech speech, Quote quote, Highlighter highlighter) {
    return new ShownQuote(
        speech.id(),
        speech.article().headline(),
        speech.article().newspaper(),
        speech.article().published(),
        quote.speaker(),
        speech.entities().stream()
            .flatMap(entity -> EntityName.of(entity).stream())
            .filter(name -> name.name().equals(quote.speaker()))
            .map(EntityName::id)
            .findFirst()
            .orElse(null),
        quote.cue(),
        quote.direct(),
        quote.text(),
        highlighter.whole(quote.text()));
  }
}
