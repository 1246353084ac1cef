package io.wenliu.index.indexing;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentPages;
import io.wenliu.kafka.stage.InboundMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch changes of the pages that are kept as they came: of each document the last write
/// only. Not thread-safe.
final class PlannedPages {

  private final Map<DocumentId, PlannedWrite> writes = new LinkedHashMap<>();

  /// To be called in the order of the topic.
  void add(DocumentPages came, InboundMessage cause) {
    put(came.document(), KeptPages.of(came), cause);
  }

  /// Hides the pages of a version that the record has outranked. Pages of its own version came
  /// before it, so they are planned or there already, if there are any.
  void hideOlder(DocumentRecord record, InboundMessage cause) {
    @Nullable PlannedWrite planned = writes.get(record.documentId());
    boolean standing =
        planned != null
            && planned.cause().message() instanceof DocumentPages came
            && !record.outranks(came.version());
    if (!standing && (record.isWithdrawn() || !record.replaced().isEmpty())) {
      put(record.documentId(), KeptPages.none(record), cause);
    }
  }

  Collection<PlannedWrite> writes() {
    return writes.values();
  }

  private void put(DocumentId document, KeptPages kept, InboundMessage cause) {
    writes.put(document, new PlannedWrite(DocumentWrites.of(kept), null, cause));
  }
}
