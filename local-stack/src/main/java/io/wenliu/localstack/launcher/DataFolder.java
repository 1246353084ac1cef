package io.wenliu.localstack.launcher;

import io.wenliu.localstack.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `.wenliu`: what the demo keeps between two starts, for one demo at a time.
final class DataFolder implements AutoCloseable {

  private static final List<String> DATA = List.of("kafka", "elasticsearch", "claims");

  private final Path path;
  private final FileChannel channel;

  /// Held until this process ends, however it ends.
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /// Makes the folder where it is absent; empty when another process holds it.
  static Optional<DataFolder> open(Path path) throws IOException {
    Files.createDirectories(path);
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new DataFolder(path, channel, lock));
  }

  Path path() {
    return path;
  }

  /// Deletes what former runs have stored; the logs stay.
  void forget() throws IOException {
    for (var name : DATA) {
      Folders.delete(path.resolve(name));
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
