package io.wenliu.index.explore;

import io.wenliu.index.explore.Trends.TrendAnswer;
import io.wenliu.index.search.DateRange;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.web.ApiProblem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves what is rising.
@RestController
class TrendController {

  private final Trends trends;
  private final SearchParameters parameters;

  TrendController(Trends trends, SearchParameters parameters) {
    this.trends = trends;
    this.parameters = parameters;
  }

  @GetMapping("/api/v1/trends")
  TrendAnswer trends(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "week") String interval,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "20") int size) {
    Interval step =
        Interval.ofId(interval)
            .orElseThrow(
                () -> new ApiProblem(HttpStatus.BAD_REQUEST, "interval-unknown", interval));
    DateRange days = SearchParameters.published(from, to);
    LocalDate first = days.from();
    if (first != null && days.to() != null && first.isAfter(days.to())) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "days-reversed", from, to);
    }
    return trends.of(days, step, types(type), parameters.size(size));
  }

  private static Set<Trends.Type> types(String type) {
    if (type.isBlank()) {
      return Trends.everyType();
    }
    return Set.of(
        Arrays.stream(Trends.Type.values())
            .filter(known -> known.name().equalsIgnoreCase(type))
            .findFirst()
            .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "trend-type-unknown", type)));
  }
}
