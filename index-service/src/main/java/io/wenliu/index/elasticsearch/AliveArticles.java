package io.wenliu.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.index.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds the articles of documents that searches show at present.
@Component
public class AliveArticles {

  private static final int PAGE = 5_000;
  private static final int MOST_VERSIONS = 10_000;

  private final ElasticsearchClient client;
  private final IndexNames names;

  AliveArticles(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
  }

  /// One version of an article.
  public record AliveArticle(ArticleId id, Version version) {}

  /// One request a few thousand articles.
  ///
  /// @param except articles that are not asked for: finding them again would cost more than all
  ///   else
  /// @throws ElasticsearchUnavailableException if they cannot be read now
  public List<AliveArticle> of(Collection<DocumentId> documents, Collection<ArticleId> except) {
    if (documents.isEmpty()) {
      return List.of();
    }
    List<FieldValue> ids = documents.stream().map(id -> FieldValue.of(id.value())).toList();
    // By the field, which has a column, and not by the ids that Elasticsearch keeps: those are
    // looked
    // up one by one in every segment.
    List<FieldValue> excepted = except.stream().map(id -> FieldValue.of(id.value())).toList();
    Query query =
        Query.of(q ->
            q.bool(bool ->
                bool.filter(f -> f.terms(t -> t.field("documentId").terms(v -> v.value(ids))))
                    .filter(f -> f.term(t -> t.field("state").value("alive")))
                    .mustNot(f -> f.terms(t -> t.field("id").terms(v -> v.value(excepted))))));
    return all(query);
  }

  /// Every article that these documents have ever had, dead ones included, in every version that
  /// has a journey.
  ///
  /// @throws ElasticsearchUnavailableException if they cannot be read now
  public List<AliveArticle> everOf(Collection<DocumentId> documents) {
    List<FieldValue> ids = documents.stream().map(id -> FieldValue.of(id.value())).toList();
    Query theirs = Query.of(q -> q.terms(t -> t.field("documentId").terms(v -> v.value(ids))));
    Map<DocumentId, List<Version>> versions = new HashMap<>();
    for (DocumentVersion version : versions(theirs)) {
      versions.computeIfAbsent(version.documentId(), _ -> new ArrayList<>()).add(version.version());
    }
    List<AliveArticle> ever = new ArrayList<>();
    for (AliveArticle article : all(theirs)) {
      for (Version version : versions.getOrDefault(article.id().document(), List.of())) {
        ever.add(new AliveArticle(article.id(), version));
      }
    }
    return ever;
  }

  private record DocumentVersion(DocumentId documentId, Version version) {}

  private List<DocumentVersion> versions(Query query) {
    try {
      SearchResponse<DocumentVersion> response =
          client.search(
              request ->
                  request
                      .index(names.toRead(IndexSchema.JOURNEYS))
                      .query(query)
                      .size(MOST_VERSIONS)
                      .source(s -> s.filter(f -> f.includes("documentId", "version")))
                      .trackTotalHits(total -> total.enabled(false))
                      .sort(s -> s.field(f -> f.field("version").order(SortOrder.Desc))),
              DocumentVersion.class);
      List<DocumentVersion> versions = new ArrayList<>();
      for (Hit<DocumentVersion> hit : response.hits().hits()) {
        DocumentVersion version = hit.source();
        if (version != null) {
          versions.add(version);
        }
      }
      return versions;
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("versions of documents cannot be found", e);
    }
  }

  private List<AliveArticle> all(Query query) {
    List<AliveArticle> found = new ArrayList<>();
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<Void>> hits = page(query, after);
      for (Hit<Void> hit : hits) {
        String id = hit.id();
        Long version = hit.version();
        if (id != null && version != null) {
          found.add(new AliveArticle(new ArticleId(id), new Version(version)));
        }
      }
      if (hits.size() < PAGE) {
        return found;
      }
      after = hits.getLast().sort();
    }
  }

  private List<Hit<Void>> page(Query query, List<FieldValue> after) {
    try {
      SearchResponse<Void> response =
          client.search(
              request -> {
                request
                    .index(names.toWrite(IndexSchema.ARTICLES))
                    .query(query)
                    .size(PAGE)
                    .source(source -> source.fetch(false))
                    .version(true)
                    .trackTotalHits(total -> total.enabled(false))
                    .sort(s -> s.field(f -> f.field("id").order(SortOrder.Asc)));
                if (!after.isEmpty()) {
                  request.searchAfter(after);
                }
                return request;
              },
              Void.class);
      return response.hits().hits();
    } catch (IOException | ElasticsearchException e) {
      throw new ElasticsearchUnavailableException("articles of documents cannot be found", e);
    }
  }
}
