package io.wenliu.index.elasticsearch;

import io.wenliu.index.schema.IndexSchema;
import org.springframework.stereotype.Component;

/// What the indices of this installation are called.
@Component
public class IndexNames {

  private final String prefix;

  IndexNames(ElasticsearchSettings settings) {
    this.prefix = settings.indexPrefix();
  }

  /// What searches read.
  public String toRead(IndexSchema schema) {
    return schema.readAlias(prefix);
  }

  /// What is written to.
  public String toWrite(IndexSchema schema) {
    return schema.writeAlias(prefix);
  }

  String index(IndexSchema schema) {
    return schema.index(prefix);
  }
}
