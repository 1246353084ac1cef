package io.wenliu.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A document is taken back (撤稿): none of its articles may be found any more.
///
/// @param version what it outranks: this version and all below; null for every version that stands
///   before it on its topic
/// @param source the system that withdraws it
/// @param withdrawnAt by the clock of who asked for it
/// @param reason for the journey; null when none was given
public record DocumentWithdrawn(
    DocumentId document,
    @Nullable Version version,
    String source,
    Instant withdrawnAt,
    @Nullable String reason)
    implements PipelineMessage {

  public DocumentWithdrawn {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(withdrawnAt, "withdrawnAt");
    reason = Absent.ifBlank(reason);
  }
}
