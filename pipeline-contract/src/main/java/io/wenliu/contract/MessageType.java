package io.wenliu.contract;

import java.util.Arrays;
import java.util.Optional;

/// The CloudEvents `type` of each message. Fields are added to a version, never repurposed; what
/// cannot be read by the readers of today gets a new one.
public enum MessageType {
  SUBMISSION("io.wenliu.submission.v1", Submission.class),
  ARTICLE_EXTRACTED("io.wenliu.article.extracted.v1", ArticleExtracted.class),
  ARTICLE_ENRICHED("io.wenliu.article.enriched.v1", ArticleEnriched.class),
  ARTICLE_EMBEDDED("io.wenliu.article.embedded.v1", ArticleEmbedded.class),
  DOCUMENT_MANIFEST("io.wenliu.document.manifest.v1", DocumentManifest.class),
  DOCUMENT_PAGES("io.wenliu.document.pages.v1", DocumentPages.class),
  DOCUMENT_WITHDRAWN("io.wenliu.document.withdrawn.v1", DocumentWithdrawn.class),
  JOURNEY_EVENT("io.wenliu.journey.event.v1", JourneyEvent.class),
  ALERT_DEFINED("io.wenliu.alert.defined.v1", AlertDefined.class),
  ALERT_MATCHED("io.wenliu.alert.matched.v1", AlertMatched.class);

  private final String id;
  private final Class<? extends PipelineMessage> message;

  MessageType(String id, Class<? extends PipelineMessage> message) {
    this.id = id;
    this.message = message;
  }

  /// As in the CloudEvents `type` attribute.
  public String id() {
    return id;
  }

  /// The record that is read and written as this type.
  public Class<? extends PipelineMessage> message() {
    return message;
  }

  /// Empty when no message of ours has this CloudEvents type.
  public static Optional<MessageType> ofId(String id) {
    return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
  }

  static MessageType of(PipelineMessage message) {
    return switch (message) {
      case Submission _ -> SUBMISSION;
      case ArticleExtracted _ -> ARTICLE_EXTRACTED;
      case ArticleEnriched _ -> ARTICLE_ENRICHED;
      case ArticleEmbedded _ -> ARTICLE_EMBEDDED;
      case DocumentManifest _ -> DOCUMENT_MANIFEST;
      case DocumentPages _ -> DOCUMENT_PAGES;
      case DocumentWithdrawn _ -> DOCUMENT_WITHDRAWN;
      case JourneyEvent _ -> JOURNEY_EVENT;
      case AlertDefined _ -> ALERT_DEFINED;
      case AlertMatched _ -> ALERT_MATCHED;
    };
  }
}
