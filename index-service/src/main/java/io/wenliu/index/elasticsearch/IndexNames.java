package io.wenliu.index.elasticsearch;

import io.wenliu.index.schema.IndexSchema;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the indices of this installation are called.
@Component
public class IndexNames {

  private final String prefix;
  private final boolean rebuilt;

  @Autowired
  IndexNames(ElasticsearchSettings settings) {
    this(settings.indexPrefix(), false);
  }

  private IndexNames(String prefix, boolean rebuilt) {
    this.prefix = prefix;
    this.rebuilt = rebuilt;
  }

  /// The names by which a rebuild knows the indices that it fills.
  IndexNames rebuilt() {
    return new IndexNames(prefix, true);
  }

  /// What searches read.
  public String toRead(IndexSchema schema) {
    return rebuilt ? schema.rebuildAlias(prefix) : schema.readAlias(prefix);
  }

  /// What is written to.
  public String toWrite(IndexSchema schema) {
    return rebuilt ? schema.rebuildAlias(prefix) : schema.writeAlias(prefix);
  }

  String prefix() {
    return prefix;
  }

  String index(IndexSchema schema) {
    return schema.index(prefix);
  }
}
