package io.wenliu.index.search;

import io.wenliu.index.search.SearchAnswer.Hit;
import java.util.List;
import java.util.Map;
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
  private final SearchParameters parameters;

  MoreController(Suggestions suggestions, SimilarArticles similar, SearchParameters parameters) {
    this.suggestions = suggestions;
    this.similar = similar;
    this.parameters = parameters;
  }

  @GetMapping("/suggest")
  Map<String, List<Suggestion>> suggest(@RequestParam(defaultValue = "") String q) {
    return Map.of("suggestions", suggestions.complete(parameters.text(q)));
  }

  /// Articles like one.
  ///
  /// @param mode `vectors`, or `words` while it has no vector yet
  record SimilarAnswer(String mode, List<Hit> hits) {}

  @GetMapping("/articles/{id}/similar")
  SimilarAnswer similar(@PathVariable String id, @RequestParam(defaultValue = "10") int size) {
    return similar.to(id, parameters.size(size));
  }
}
