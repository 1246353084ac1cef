package io.wenliu.kafka.claims;

import io.wenliu.contract.Claim;
import io.wenliu.contract.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims as files under one directory, which all instances share: `ab/ab12…` for the content with
/// hash `ab12…`.
public final class FileClaimStore implements ClaimStore {

  private static final Logger log = LoggerFactory.getLogger(FileClaimStore.class);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// The rest of the limit is for what comes of submissions that were accepted.
  private static final double INTAKE_SHARE = 0.9;

  private final Path directory;
  private final StoreRoom room;
  private final double share;

  /// A store without a limit.
  ///
  /// @param directory see [#open(Path, long)] for one that has to be there
  public FileClaimStore(Path directory) {
    this(directory, Long.MAX_VALUE);
  }

  /// @param limit in bytes, of all content together
  public FileClaimStore(Path directory, long limit) {
    this.directory = directory.toAbsolutePath().normalize();
    this.room = new StoreRoom(this.directory, limit);
    this.share = 1;
  }

  private FileClaimStore(FileClaimStore other, double share) {
    this.directory = other.directory;
    this.room = other.room;
    this.share = share;
  }

  /// A store whose directory is made now where it can be: from here on, one that is missing has
  /// gone away and is waited for, while a claim that was never kept is refused at once.
  ///
  /// @param limit in bytes, of all content together
  public static FileClaimStore open(Path directory, long limit) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      log.warn("the claim store {} is away: {}", directory, e.toString());
    }
    return new FileClaimStore(directory, limit);
  }

  @Override
  public ClaimStore forIntake() {
    return new FileClaimStore(this, INTAKE_SHARE);
  }

  @Override
  public Claim put(byte[] content) {
    Claim claim = Claim.to(content);
    Path file = file(claim);
    try {
      if (isKeptStill(file, content.length)) {
        return claim;
      }
      room.take(content.length, share);
      boolean kept = false;
      try {
        keep(file, content);
        kept = true;
      } finally {
        if (!kept) {
          room.giveBack(content.length);
        }
      }
      return claim;
    } catch (IOException e) {
      if (Files.isDirectory(directory) && directory.toFile().getUsableSpace() < content.length) {
        throw new ClaimStoreFullException(
            "the disk of the claim store " + directory + " is full", e);
      }
      throw new UncheckedIOException("cannot keep claim " + claim.sha256(), e);
    }
  }

  private void keep(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path written = Files.createTempFile(directory, "incoming-", ".part");
    try {
      writeToDisk(written, content);
      moveIntoPlace(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  @Override
  public byte[] get(Claim claim) {
    try {
      Path file = file(claim);
      // Before the content is read: a claim that lies about its size costs no memory.
      if (Files.size(file) != claim.size()) {
        throw new UnreadableClaimException(claim, "the stored content has another size");
      }
      byte[] content = Files.readAllBytes(file);
      if (!Sha256.hex(content).equals(claim.sha256())) {
        throw new UnreadableClaimException(claim, "the stored content is damaged");
      }
      return content;
    } catch (NoSuchFileException e) {
      if (!Files.isDirectory(directory)) {
        // The whole store is away, a file system not mounted say: that passes.
        throw new UncheckedIOException("the claim store " + directory + " is away", e);
      }
      throw new UnreadableClaimException(claim, "nothing is stored under it");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read claim " + claim.sha256(), e);
    }
  }

  @Override
  public void delete(Claim claim) {
    try {
      Files.deleteIfExists(file(claim));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete claim " + claim.sha256(), e);
    }
  }

  /// Marks what is there as used: who collects what nobody needs sees it.
  private boolean isKeptStill(Path file, int size) throws IOException {
    try {
      if (Files.size(file) != size) {
        return false;
      }
      Files.setLastModifiedTime(file, FileTime.from(now()));
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public Instant time() {
    try {
      return now();
    } catch (IOException e) {
      throw new UncheckedIOException("the claim store does not tell the time", e);
    }
  }

  /// As the file system has it, which stamps the files of all instances.
  private Instant now() throws IOException {
    Path written = Files.createTempFile(directory, "incoming-", ".part");
    try {
      return Files.getLastModifiedTime(written).toInstant();
    } finally {
      Files.deleteIfExists(written);
    }
  }

  @Override
  public List<StoredClaim> list() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<StoredClaim> claims = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory, 2)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (HASH.matcher(name).matches() && Files.isRegularFile(file)) {
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          claims.add(
              new StoredClaim(
                  new Claim(name, attributes.size()), attributes.lastModifiedTime().toInstant()));
        }
      }
      return claims;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list claims", e);
    }
  }

  /// The file steps aside first: whoever keeps the same content from then on writes it anew.
  @Override
  public boolean deleteUnlessUsed(StoredClaim stored) {
    Path file = file(stored.claim());
    Path aside = file.resolveSibling("collected-" + stored.claim().sha256());
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      if (Files.getLastModifiedTime(aside).toInstant().isAfter(stored.lastKept())) {
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
      }
      Files.delete(aside);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot collect claim " + stored.claim().sha256(), e);
    }
  }

  /// A hash is hex digits only, so the path stays under the directory.
  private Path file(Claim claim) {
    return directory.resolve(claim.sha256().substring(0, 2)).resolve(claim.sha256());
  }

  /// A message may name the claim as soon as it is put: the bytes are on the disk before that.
  private static void writeToDisk(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void moveIntoPlace(Path written, Path file) throws IOException {
    try {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Readers check the hash, so a torn file is met as damaged, never as content.
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
