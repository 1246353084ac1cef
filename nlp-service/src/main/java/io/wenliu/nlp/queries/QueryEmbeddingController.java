package io.wenliu.nlp.queries;

import io.wenliu.contract.Embedding;
import io.wenliu.nlp.embedding.SentenceModel;
import io.wenliu.nlp.lanes.Precedence;
import io.wenliu.nlp.settings.ConditionalOnRole;
import io.wenliu.nlp.settings.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The role `query`: a query's vector, ahead of all documents. Internal, not behind the gateway.
@RestController
@RequestMapping("/nlp/v1")
@ConditionalOnRole(Role.QUERY)
class QueryEmbeddingController {

  private final SentenceModel model;
  private final Precedence precedence;

  QueryEmbeddingController(SentenceModel model, Precedence precedence) {
    this.model = model;
    this.precedence = precedence;
  }

  @PostMapping("/query-embedding")
  QueryVector embed(@Valid @RequestBody Query query) {
    try (Precedence.Work _ = precedence.query()) {
      return new QueryVector(SentenceModel.ID, model.embed(query.text()));
    }
  }

  /// @param text as the reader typed it
  record Query(@NotBlank @Size(max = 2000) String text) {}

  /// @param model vectors of other models do not compare
  /// @param vector base64 of little-endian 32-bit floats
  record QueryVector(String model, Embedding vector) {}
}
