package io.wenliu.index.indexing;

import io.wenliu.contract.ArticleEmbedded;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.kafka.stage.BatchOutcome.Rejection;
import io.wenliu.kafka.stage.InboundMessage;
import io.wenliu.kafka.stage.Outcome;
import io.wenliu.kafka.stage.RejectedException;

/// Says which document a message that can never be indexed is about.
final class Rejections {

  private Rejections() {}

  static Rejection of(InboundMessage inbound, String reason) {
    Outcome.Reject reject =
        switch (inbound.message()) {
          case ArticleEnriched article ->
              new Outcome.Reject(reason, article.document(), article.version(), article.id());
          case ArticleEmbedded vector ->
              new Outcome.Reject(reason, vector.document(), vector.version(), vector.id());
          case DocumentManifest manifest ->
              new Outcome.Reject(reason, manifest.document(), manifest.version(), null);
          case DocumentPages pages ->
              new Outcome.Reject(reason, pages.document(), pages.version(), null);
          case DocumentWithdrawn withdrawal ->
              new Outcome.Reject(reason, withdrawal.document(), withdrawal.version(), null);
          default -> new Outcome.Reject(reason, null, null, null);
        };
    return new Rejection(inbound, reject);
  }

  static RejectedException unexpected(InboundMessage inbound) {
    return new RejectedException("此主题不应出现 " + inbound.message().type().id() + " 类消息");
  }
}
