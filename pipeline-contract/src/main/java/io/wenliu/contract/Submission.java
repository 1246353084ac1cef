package io.wenliu.contract;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The submission envelope: what a newsroom system pushes, with what it knows about it.
///
/// @param source the submitting system: 1 to 64 letters, digits, dots, dashes or underscores
/// @param id the source's own id of the document, at most 512 characters; null when it has none,
///   then equal content is the same document
/// @param version the source's own version number, from 0 to [Version#MAX_CONTENT]; null when it
///   has none
/// @param eventTime when the source made this version; orders versions where `version` is null;
///   null when unknown, then the broker's time of the record counts
public record Submission(
    String source,
    @Nullable String id,
    @Nullable Long version,
    @Nullable Instant eventTime,
    SubmittedContent content)
    implements PipelineMessage {

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MAX_ID_LENGTH = 512;

  /// @throws IllegalArgumentException with a sentence for the sender if a field breaks its rule
  public Submission {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(content, "content");
    id = Absent.ifBlank(id);
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "source must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    if (id != null && id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException("id must have at most " + MAX_ID_LENGTH + " characters");
    }
    if (version != null && (version < 0 || version > Version.MAX_CONTENT)) {
      throw new IllegalArgumentException(
          "version must lie between 0 and " + Version.MAX_CONTENT + ", not " + version);
    }
  }
}
