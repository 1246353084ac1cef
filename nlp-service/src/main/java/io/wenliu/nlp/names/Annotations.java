package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names annotated in paragraphs that are known by their hash, so that no text is kept.
///
/// File format: the first 24 hex digits of the SHA-256 of the paragraph, a tab, and
/// `start:end:type` in UTF-16 units, parted by commas.
final class Annotations {
  private static final int HEX_DIGITS = 24;

  private final Map<String, List<Span>> byHash = new HashMap<>();

  void read(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      List<Span> spans = new ArrayList<>();
      if (tab + 1 < line.length()) {
        for (String entry : line.substring(tab + 1).split(",", -1)) {
          String[] parts = entry.split(":", -1);
          spans.add(
              new Span(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  EntityType.valueOf(parts[2])));
        }
      }
      byHash.put(line.substring(0, tab), spans);
    }
  }

  /// The names of a paragraph, null if nobody has annotated it.
  @Nullable List<Span> of(String paragraph) {
    return byHash.get(hash(paragraph));
  }

  int size() {
    return byHash.size();
  }

  static String hash(String paragraph) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(paragraph.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
