package io.wenliu.kafka.stage;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Version;
import io.wenliu.kafka.event.Outbound;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one record.
public sealed interface Outcome {

  /// It was processed, and this follows from it.
  ///
  /// @param outbound written in this order, in the transaction that commits the record's offset;
  ///   may be empty
  record Emit(List<Outbound> outbound) implements Outcome {
    public Emit {
      outbound = List.copyOf(outbound);
    }
  }

  /// It can never be processed: it goes to the dead letters, and its journey says why.
  ///
  /// @param reason a sentence for the newsroom
  /// @param document null where the record does not tell
  /// @param version null where the record does not tell
  /// @param article null when the whole document failed, or the record does not tell
  record Reject(
      String reason,
      @Nullable DocumentId document,
      @Nullable Version version,
      @Nullable ArticleId article)
      implements Outcome {
    public Reject {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /// Nothing follows from it.
  static Outcome nothing() {
    return new Emit(List.of());
  }

  static Outcome emit(List<? extends Outbound> outbound) {
    return new Emit(List.copyOf(outbound));
  }

  static Outcome emit(Outbound... outbound) {
    return new Emit(List.of(outbound));
  }

  /// For a record that does not tell which document it is about; its key is tried for that.
  static Outcome reject(String reason) {
    return new Reject(reason, null, null, null);
  }
}
