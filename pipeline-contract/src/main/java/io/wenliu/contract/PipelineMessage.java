package io.wenliu.contract;

/// What travels on the pipeline's topics, one JSON value a Kafka record; see [MessageType].
public sealed interface PipelineMessage
    permits Submission,
        ArticleExtracted,
        ArticleEnriched,
        ArticleEmbedded,
        DocumentManifest,
        DocumentPages,
        DocumentWithdrawn,
        JourneyEvent,
        AlertDefined,
        AlertMatched {

  /// Its type, which names its JSON Schema too.
  default MessageType type() {
    return MessageType.of(this);
  }
}
