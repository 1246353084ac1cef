package io.wenliu.kafka.stage;

import io.wenliu.kafka.event.InboundRecord;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Works through the records of one poll, from the first on, as far as it comes.
interface BatchRunner extends AutoCloseable {

  /// @param records at least one
  /// @param stopping asked now and then; once true, what has not begun is left
  /// @return never throws for what a record or the stage does wrong
  Progress run(List<InboundRecord> records, BooleanSupplier stopping) throws InterruptedException;

  @Override
  void close();

  /// @param done how many records, counted from the first, may be committed
  /// @param outbound what follows from these
  /// @param trouble why it stopped before the end, when it has to wait before it goes on; null
  ///   otherwise
  record Progress(
      int done, List<ProducerRecord<byte[], byte[]>> outbound, @Nullable Throwable trouble) {}
}
