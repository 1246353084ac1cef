package io.wenliu.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The API keys that are good now. Their file is read again when it has changed; a change that
/// cannot be read leaves the keys as they were, and is logged. Thread-safe.
@Component
class ApiKeys {

  /// Every key of ours begins so, by which it is told from an identity provider's token, and by
  /// which scanners of repositories can know it.
  static final String PREFIX = "wl_";

  private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

  private final @Nullable Path file;
  private final long interval;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile long lookedAt = System.nanoTime();
  private volatile List<ApiKey> keys = List.of();
  private byte[] read = {};

  /// @throws IllegalArgumentException if the file breaks a rule of its form
  /// @throws UncheckedIOException if it cannot be read
  ApiKeys(AccessSettings settings) {
    this.file = settings.keysFile();
    this.interval = settings.keysInterval().toNanos();
    if (file != null) {
      read(file);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("there is no API key in " + file);
      }
    }
  }

  /// Whether there is a file of keys, be it empty by now.
  boolean areUsed() {
    return file != null;
  }

  /// What is known of a key that somebody has presented.
  Optional<ApiKey> find(String presented) {
    look();
    byte[] hash = sha256(presented);
    ApiKey found = null;
    // All are compared, each in constant time: how long it takes tells nothing of the hashes.
    for (ApiKey key : keys) {
      if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(key.sha256()))) {
        found = key;
      }
    }
    return Optional.ofNullable(found);
  }

  Optional<ApiKey> named(String name) {
    look();
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  private void look() {
    if (file == null || System.nanoTime() - lookedAt < interval || !looking.tryLock()) {
      return;
    }
    try {
      read(file);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      log.error("The API keys stay as they were: {}", e.getMessage());
    } finally {
      lookedAt = System.nanoTime();
      looking.unlock();
    }
  }

  private void read(Path from) {
    byte[] content;
    try {
      content = Files.readAllBytes(from);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of API keys cannot be read: " + from, e);
    }
    if (Arrays.equals(content, read)) {
      return;
    }
    read = content;
    keys = KeyFile.read(content);
    log.info("{} API keys of {}", keys.size(), from);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
