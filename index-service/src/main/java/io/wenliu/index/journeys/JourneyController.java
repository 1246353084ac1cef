package io.wenliu.index.journeys;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.Caller;
import io.wenliu.contract.DocumentId;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.journeys.elasticsearch.JourneyFinder;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells a submitter where a document is, and an operator where all of them are.
@RestController
@RequestMapping("/api/v1")
class JourneyController {

  private final JourneyFinder journeys;
  private final IndexReader reader;

  JourneyController(JourneyFinder journeys, IndexReader reader) {
    this.journeys = journeys;
    this.reader = reader;
  }

  @GetMapping("/submissions/{documentId}")
  JourneyAnswer journey(@PathVariable String documentId, HttpServletRequest request) {
    List<Journey> versions = documentId(documentId).map(journeys::of).orElse(List.of());
    if (versions.isEmpty()) {
      throw new ApiProblem(HttpStatus.NOT_FOUND, "submission-unknown", documentId);
    }
    Journey journey = versions.getFirst();
    JourneyAnswer.@Nullable Origin origin =
        reader
            .read(IndexSchema.DOCUMENTS, journey.documentId().value(), JourneyAnswer.Origin.class)
            .orElse(null);
    Caller caller = Caller.of(request::getHeader);
    // What is not known yet has no origin, and nothing to hide; nor has what was taken back, where
    // the origin is who did it.
    String source = origin == null ? null : origin.source();
    boolean others =
        source != null && !caller.isOf(source) && journey.state() != JourneyState.WITHDRAWN;
    if (others && !caller.mayRead()) {
      throw new ApiProblem(HttpStatus.NOT_FOUND, "submission-unknown", documentId);
    }
    return JourneyAnswer.of(versions, origin, headlines(journey));
  }

  private Map<String, String> headlines(Journey journey) {
    List<String> ids = journey.facts().articles().keySet().stream().map(ArticleId::value).toList();
    Map<String, String> headlines = new HashMap<>();
    Map<String, Stored<Headed>> articles =
        reader.read(IndexSchema.ARTICLES, ids, Headed.class, "article.headline");
    articles.forEach((id, stored) -> {
      Heading article = stored.value().article();
      if (article != null) {
        headlines.put(id, article.headline());
      }
    });
    return headlines;
  }

  /// The part of an indexed article that a journey shows; tombstones have none.
  record Headed(@Nullable Heading article) {}

  /// See [Headed].
  record Heading(@JsonProperty("headline") String headline) {}

  /// Document versions and articles by their state. What is accepted is counted by itself, by what
  /// the intake has told, so that whatever is in no state, or came from nowhere, shows.
  @GetMapping("/ledger")
  Map<String, Object> ledger() {
    JourneyFinder.Counts counts = journeys.count();
    Map<String, Object> ledger = new LinkedHashMap<>();
    ledger.put("documents", line(counts.accepted(), counts.documents()));
    ledger.put("articles", line(counts.acceptedArticles(), counts.articles()));
    return ledger;
  }

  private static Map<String, Long> line(long accepted, Map<JourneyState, Long> counts) {
    Map<String, Long> line = new LinkedHashMap<>();
    line.put("accepted", accepted);
    line.put("searchable", counts.getOrDefault(JourneyState.SEARCHABLE, 0L));
    line.put("superseded", counts.getOrDefault(JourneyState.SUPERSEDED, 0L));
    line.put("rejected", counts.getOrDefault(JourneyState.FAILED, 0L));
    line.put("withdrawn", counts.getOrDefault(JourneyState.WITHDRAWN, 0L));
    line.put("inFlight", counts.getOrDefault(JourneyState.IN_FLIGHT, 0L));
    return line;
  }

  private static java.util.Optional<DocumentId> documentId(String value) {
    try {
      return java.util.Optional.of(new DocumentId(value));
    } catch (IllegalArgumentException e) {
      return java.util.Optional.empty();
    }
  }
}
