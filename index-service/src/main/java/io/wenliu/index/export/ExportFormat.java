package io.wenliu.index.export;

import io.wenliu.contract.ContractJson;
import io.wenliu.index.formats.Csv;
import io.wenliu.index.formats.Ninjs;
import io.wenliu.index.formats.PublishedArticle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an export is made of, an article a line or row.
enum ExportFormat {
  NDJSON("application/x-ndjson", "ndjson") {
    @Override
    String line(PublishedArticle article) {
      return ContractJson.mapper().writeValueAsString(article) + "\n";
    }
  },
  CSV(Csv.MEDIA_TYPE, "csv") {
    @Override
    String head() {
      return Csv.header();
    }

    @Override
    String line(PublishedArticle article) {
      return Csv.row(article);
    }
  },
  NINJS("application/x-ndjson", "ninjs.ndjson") {
    @Override
    String line(PublishedArticle article) {
      return ContractJson.mapper().writeValueAsString(Ninjs.of(article)) + "\n";
    }
  };

  private final String mediaType;
  private final String extension;

  ExportFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  static Optional<ExportFormat> ofId(String id) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  String fileName() {
    return "wenliu-export." + extension;
  }

  /// What stands before all articles.
  String head() {
    return "";
  }

  /// One article, with its line end.
  abstract String line(PublishedArticle article);
}
