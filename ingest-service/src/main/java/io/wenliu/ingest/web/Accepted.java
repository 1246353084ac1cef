package io.wenliu.ingest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a submission that Kafka has.
///
/// @param id the source's own id as given; null when it gave none
/// @param journey where to ask what became of it
/// @param submissions all of them, where one request brought several files; null for one
@JsonInclude(JsonInclude.Include.NON_NULL)
record Accepted(
    String documentId,
    String source,
    @Nullable String id,
    String journey,
    @Nullable List<Accepted> submissions) {

  static Accepted of(DocumentId document, String source, @Nullable String id) {
    return new Accepted(
        document.value(), source, id, "/api/v1/submissions/" + document.value(), null);
  }

  /// The first speaks for all.
  static Accepted of(List<Accepted> all) {
    Accepted first = all.getFirst();
    return all.size() == 1
        ? first
        : new Accepted(first.documentId, first.source, first.id, first.journey, all);
  }
}
