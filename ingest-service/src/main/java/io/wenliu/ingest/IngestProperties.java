package io.wenliu.ingest;

import io.wenliu.contract.Version;
import io.wenliu.ingest.extract.AcceptedTypes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings `wenliu.ingest.*`.
///
/// @param maxFileSize of one submission; larger ones are refused
/// @param maxCharacters of the text in one file, or of all pages in an envelope; what has more is
///   refused. To cut a text takes about 100 bytes of heap for each, in very short lines over 200
/// @param maxArticles of one submission; one with more is refused, since its articles would hold up
///   everybody's
/// @param maxPageText of the lines of one submission's pages and of the reasons for what was made
///   of them, in characters; of larger ones they are not kept for readers, and 0 keeps none
/// @param revision of the processing; what comes again is processed anew where it is higher than
///   before
/// @param acceptedTypes media types that are taken in; all others are refused with this list
/// @param parser processes that read PDF and office files
@Validated
@ConfigurationProperties("wenliu.ingest")
public record IngestProperties(
    @DefaultValue("100MB") @NotNull DataSize maxFileSize,
    @DefaultValue("1000000") @Min(1) @Max(100_000_000) int maxCharacters,
    @DefaultValue("2000") @Min(1) @Max(100_000) int maxArticles,
    @DefaultValue("300000") @Min(0) @Max(10_000_000) int maxPageText,
    @DefaultValue("0") @Min(0) @Max(Version.MAX_REVISION - 1) int revision,
    @NotEmpty @Nullable List<String> acceptedTypes,
    @DefaultValue @NotNull @Valid Parser parser) {

  public IngestProperties {
    acceptedTypes = acceptedTypes == null ? AcceptedTypes.DEFAULTS : List.copyOf(acceptedTypes);
    if (maxFileSize.toBytes() < 1 || maxFileSize.toBytes() > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("wenliu.ingest.max-file-size must be between 1B and 1GB");
    }
  }

  @Override
  public List<String> acceptedTypes() {
    return acceptedTypes == null ? List.of() : acceptedTypes;
  }

  /// Settings `wenliu.ingest.parser.*`.
  ///
  /// @param processes that run side by side at most; started when there is need
  /// @param maxHeap of each; a file that needs more fails, and so does only that file
  /// @param timeLimit for one file; then its process is ended and the file fails
  /// @param filesPerProcess after which a process is replaced
  public record Parser(
      @DefaultValue("2") @Min(1) @Max(64) int processes,
      @DefaultValue("256MB") @NotNull DataSize maxHeap,
      @DefaultValue("45s") @NotNull Duration timeLimit,
      @DefaultValue("500") @Min(1) int filesPerProcess) {}
}
