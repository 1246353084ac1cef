package io.wenliu.index.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// One index of this service at the schema version of today.
///
/// Services read and write through two aliases, never through the index itself, so that a new
/// schema version is filled beside the old one and takes over by an alias swap. The mapping stands
/// in `schema/<index>.json` and uses only what the Elasticsearch server core has.
public enum IndexSchema {
  /// The words of every article, its facets, and the article itself; tombstones too.
  ARTICLES("articles", 4),
  /// The vectors, apart, so that their merges never slow the words down.
  VECTORS("articles-vectors", 1),
  /// Per document the version that stands, its manifest, and whether it was withdrawn.
  DOCUMENTS("documents", 1),
  /// Per document version where each of its articles is, and why.
  JOURNEYS("journeys", 1),
  /// What alerts have found, and how far its delivery is.
  ALERT_MATCHES("alert-matches", 1),
  /// What no stage could process, and what became of it.
  DEAD_LETTERS("dead-letters", 1),
  /// Per document the lines of its pages, for readers who ask; apart, so that no search and no
  /// write of an article has to carry them.
  PAGES("pages", 1);

  private final String id;
  private final int schemaVersion;

  IndexSchema(String id, int schemaVersion) {
    this.id = id;
    this.schemaVersion = schemaVersion;
  }

  /// The index that holds this schema version.
  ///
  /// @param prefix keeps several installations of one cluster apart; may be empty
  public String index(String prefix) {
    return prefix + id + "-v" + schemaVersion;
  }

  /// The index that a rebuild of this schema version fills, the n-th.
  public String index(String prefix, int rebuild) {
    return index(prefix) + "-r" + rebuild;
  }

  /// Whether an index holds this schema version.
  public boolean isHeldBy(String index, String prefix) {
    return index.equals(index(prefix)) || index.startsWith(index(prefix) + "-r");
  }

  /// Whether an index holds any schema version of it.
  public boolean isAnyVersionHeldBy(String index, String prefix) {
    return index.matches(java.util.regex.Pattern.quote(prefix + id) + "-v[0-9]+(-r[0-9]+)?");
  }

  /// What a rebuild reads and writes until it takes over.
  public String rebuildAlias(String prefix) {
    return prefix + id + "-rebuild";
  }

  /// What searches read.
  public String readAlias(String prefix) {
    return prefix + id;
  }

  /// What is written to.
  public String writeAlias(String prefix) {
    return prefix + id + "-write";
  }

  /// Settings and mapping, the JSON body of an index creation.
  public String definition() {
    String resource = "/schema/" + id + "-v" + schemaVersion + ".json";
    try (InputStream json = IndexSchema.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
