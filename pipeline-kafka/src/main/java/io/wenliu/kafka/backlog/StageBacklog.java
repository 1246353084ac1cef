package io.wenliu.kafka.backlog;

import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a stage has before it in one lane, all its instances together.
///
/// @param lag records that it has yet to finish; a little too many, since the marks of transactions
///   between them count
/// @param done records that it has finished since its topics were made, counted likewise
/// @param oldest when the first of them came; null where there is none, or nobody looked
public record StageBacklog(Stage stage, Lane lane, long lag, long done, @Nullable Instant oldest) {}
