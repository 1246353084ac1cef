package io.wenliu.index.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.Article;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Enrichment;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.formats.Ninjs;
import io.wenliu.index.formats.PlainText;
import io.wenliu.index.formats.PublishedArticle;
import io.wenliu.index.formats.SchemaOrg;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.stories.Reprints;
import io.wenliu.index.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves single articles, in the form that `Accept` asks for.
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

  private static final int LONGEST_ID = 64;
  private static final MediaType NINJS = MediaType.parseMediaType(Ninjs.MEDIA_TYPE);
  private static final MediaType JSON_LD = MediaType.parseMediaType(SchemaOrg.MEDIA_TYPE);
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /// The first of these is what anything means.
  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, JSON_LD, NINJS, TEXT);

  private final IndexReader reader;
  private final Reprints reprints;

  ArticleController(IndexReader reader, Reprints reprints) {
    this.reader = reader;
    this.reprints = reprints;
  }

  /// An article as the index keeps it.
  record WholeArticle(
      String id,
      DocumentId documentId,
      long version,
      String state,
      @Nullable String source,
      @Nullable Instant receivedAt,
      @Nullable Instant indexedAt,
      @Nullable Article article,
      @Nullable Enrichment enrichment) {}

  /// An article as it is answered.
  record ArticleAnswer(
      String id,
      DocumentId documentId,
      long version,
      @Nullable String source,
      String state,
      @Nullable Instant receivedAt,
      @Nullable Instant indexedAt,
      Article article,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Enrichment enrichment,
      Reprints.Story story) {}

  @GetMapping("/{id}")
  ResponseEntity<Object> article(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    MediaType form =
        form(accept == null ? "" : accept)
            .orElseThrow(
                () -> new ApiProblem(HttpStatus.NOT_ACCEPTABLE, "form-unknown", FORMS.toString()));
    WholeArticle found = find(id);
    Article article = found.article();
    if (!found.state().equals("alive") || article == null) {
      throw new ApiProblem(
          HttpStatus.GONE, "article-" + found.state(), Map.of("state", found.state()), id);
    }
    return ResponseEntity.ok()
        .contentType(form)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .body(in(form, found, article));
  }

  private Object in(MediaType form, WholeArticle found, Article article) {
    if (form.equals(MediaType.APPLICATION_JSON)) {
      return answer(found, article);
    }
    PublishedArticle published =
        new PublishedArticle(
            found.id(),
            found.documentId(),
            found.version(),
            found.source(),
            found.receivedAt(),
            found.indexedAt(),
            article,
            found.enrichment());
    if (form.equals(NINJS)) {
      return Ninjs.of(published);
    }
    return form.equals(JSON_LD) ? SchemaOrg.of(published) : PlainText.of(published);
  }

  private ArticleAnswer answer(WholeArticle found, Article article) {
    Enrichment enrichment = found.enrichment();
    return new ArticleAnswer(
        found.id(),
        found.documentId(),
        found.version(),
        found.source(),
        found.state(),
        found.receivedAt(),
        found.indexedAt(),
        article,
        enrichment,
        reprints.storyOf(found.id(), enrichment == null ? null : enrichment.signature()));
  }

  /// By the reader's preference; of equal ones the first of ours (RFC 9110 section 12.5.1).
  static Optional<MediaType> form(String accept) {
    if (accept.isBlank()) {
      return Optional.of(MediaType.APPLICATION_JSON);
    }
    List<MediaType> wanted;
    try {
      wanted = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
    Optional<MediaType> best = Optional.empty();
    double quality = 0;
    for (MediaType form : FORMS) {
      double offered = quality(form, wanted);
      if (offered > quality) {
        best = Optional.of(form);
        quality = offered;
      }
    }
    return best;
  }

  /// What the most specific of the ranges that cover a form says about it.
  private static double quality(MediaType form, List<MediaType> wanted) {
    double quality = 0;
    int specificity = -1;
    for (MediaType range : wanted) {
      int specific = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (range.includes(form) && specific > specificity) {
        specificity = specific;
        quality = range.getQualityValue();
      }
    }
    return quality;
  }

  private WholeArticle find(String id) {
    if (id.length() <= LONGEST_ID) {
      var found = reader.read(IndexSchema.ARTICLES, id, WholeArticle.class);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ApiProblem(HttpStatus.NOT_FOUND, "article-unknown", id);
  }
}
