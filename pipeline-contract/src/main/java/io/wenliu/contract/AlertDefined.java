package io.wenliu.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A saved search that is watched. The last one under its id stands; a compacted topic's mark that
/// the key is gone ends it.
///
/// @param alert its id: 32 lowercase hex digits
/// @param name as people call it
/// @param query the parameters of a search as they were given, in their order
/// @param webhook where its matches are posted to; null for nowhere
/// @param createdAt what was searchable before is not matched
public record AlertDefined(
    String alert, String name, List<Parameter> query, @Nullable Webhook webhook, Instant createdAt)
    implements PipelineMessage {

  public AlertDefined {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(name, "name");
    query = Absent.asEmpty(query);
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /// One parameter of a search.
  public record Parameter(String name, String value) {
    public Parameter {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  /// Where matches are posted to.
  ///
  /// @param secret they are signed with
  public record Webhook(String url, String secret) {
    public Webhook {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(secret, "secret");
    }

    /// Leaves the secret out.
    @Override
    public String toString() {
      return "Webhook[" + url + "]";
    }
  }
}
