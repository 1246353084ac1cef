package io.wenliu.index.indexing;

import io.wenliu.contract.DocumentPages;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds pages that come under a version which has other pages already, as [SecondTexts] does with
/// articles: the first count, and are written to the topic once more. That a source has sent two is
/// told of their articles.
final class SecondPages {

  private final IndexReader reader;
  private final BulkWriter writer;

  SecondPages(IndexReader reader, BulkWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  /// @param outranked pages of which the index had this version already, or a higher one
  /// @param erasures is told what has to be the last of its key
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if the batch has to
  ///   come again
  void among(List<PlannedWrite> outranked, Erasures erasures) throws InterruptedException {
    List<String> ids = outranked.stream().map(write -> write.write().id()).distinct().toList();
    Map<String, Stored<KeptPages>> standing = reader.read(IndexSchema.PAGES, ids, KeptPages.class);
    List<IndexWrite> corrections = new ArrayList<>();
    for (PlannedWrite write : outranked) {
      Stored<KeptPages> first = standing.get(write.write().id());
      if (first != null
          && write.cause().message() instanceof DocumentPages came
          && first.value().version().equals(came.version())
          && !first.value().message().equals(came)) {
        if (Erasures.isRestated(write.cause()) || first.value().pages().isEmpty()) {
          corrections.add(
              IndexWrite.completing(
                  IndexSchema.PAGES,
                  write.write().id(),
                  came.version().value(),
                  write.write().json()));
        } else {
          erasures.restated(first.value().message(), write.cause());
        }
      }
    }
    if (!corrections.isEmpty()) {
      writer.write(corrections);
    }
  }
}
