package io.wenliu.index.search;

import io.wenliu.index.search.SearchAnswer.Hit;
import io.wenliu.index.web.ApiProblem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Leads from what is typed to queries, and from an article to others like it.
@RestController
@RequestMapping("/api/v1")
class MoreController {

  private final Suggestions suggestions;
  private final SimilarArticles similar;
  private final SearchSettings settings;

  MoreController(Suggestions suggestions, SimilarArticles similar, SearchSettings settings) {
    this.suggestions = suggestions;
    this.similar = similar;
    this.settings = settings;
  }

  @GetMapping("/suggest")
  Map<String, List<Suggestion>> suggest(@RequestParam(defaultValue = "") String q) {
    return Map.of("suggestions", suggestions.complete(q));
  }

  /// Articles like one.
  ///
  /// @param mode `vectors`, or `words` while it has no vector yet
  record SimilarAnswer(String mode, List<Hit> hits) {}

  @GetMapping("/articles/{id}/similar")
  SimilarAnswer similar(@PathVariable String id, @RequestParam(defaultValue = "10") int size) {
    if (size < 1 || size > settings.maxSize()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "size-out-of-range", settings.maxSize());
    }
    return similar.to(id, size);
  }
}
