package io.wenliu.index.explore;

import io.wenliu.index.explore.Quotes.QuotePage;
import io.wenliu.index.explore.elasticsearch.QuoteSearch.Wanted;
import io.wenliu.index.search.Cursor;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.Query;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.web.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves what people said.
@RestController
class QuoteController {

  private final Quotes quotes;
  private final SearchParameters parameters;

  QuoteController(Quotes quotes, SearchParameters parameters) {
    this.quotes = quotes;
    this.parameters = parameters;
  }

  @GetMapping("/api/v1/quotes")
  QuotePage quotes(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String speaker,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam @Nullable String cursor) {
    Query query = parameters.query(q);
    DateRange days = SearchParameters.published(from, to);
    boolean newest =
        switch (sort) {
          case "", "relevance" -> !query.hasText();
          case "newest" -> true;
          default -> throw new ApiProblem(HttpStatus.BAD_REQUEST, "sort-unknown", sort);
        };
    int identity =
        String.join("|", "quotes", q, speaker, days.toString(), String.valueOf(newest)).hashCode();
    return quotes.page(
        new Wanted(
            query, speaker.isBlank() ? null : parameters.text(speaker).strip(), days, newest),
        Cursor.parse(cursor, identity),
        parameters.size(size));
  }
}
