package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A JVM's loaded classes, kept for its next start (class data sharing): a service then starts with
/// half the processor time.
///
/// The JVM writes the archive when it ends in order. It is written beside and renamed once the
/// process has gone with it complete, since a JVM trusts the archive it is given.
final class ClassArchive {

  /// Generated classes cannot be archived, and the JVM would name each of them in the log.
  private static final String QUIET = "-Xlog:cds*=error";

  private final Path jar;
  private final Path file;
  private final Path beingWritten;

  /// @param jar first on the class path; the archive lies beside it and goes with it
  ClassArchive(Path jar) {
    this.jar = jar;
    this.file = jar.resolveSibling("classes.jsa");
    this.beingWritten = jar.resolveSibling("classes-" + ProcessHandle.current().pid() + ".jsa");
  }

  /// Options that use the archive, or, where there is none for these jars, make it.
  ///
  /// @param make whether to make one at all: the process then takes some seconds longer to end
  List<String> options(boolean make) {
    try {
      if (Files.exists(file) && isNewerThan(jar) && isNewerThan(Checkout.ownCode())) {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", QUIET);
      }
      // The JVM archives classes of jars only.
      if (make && Files.isRegularFile(Checkout.ownCode())) {
        deleteLeftOvers();
        return List.of("-XX:ArchiveClassesAtExit=" + beingWritten, QUIET);
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// To be called once the process has ended in order.
  void complete() {
    try {
      if (Files.exists(beingWritten)) {
        Files.move(beingWritten, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// To be called when the process ended hard: what it left may be half an archive.
  void discard() {
    try {
      Files.deleteIfExists(beingWritten);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A child whose parent was killed still writes an archive, for nobody.
  private void deleteLeftOvers() throws IOException {
    try (var archives = Files.newDirectoryStream(jar.resolveSibling("."), "classes-*.jsa")) {
      for (var archive : archives) {
        long writer = Long.parseLong(archive.getFileName().toString().replaceAll("\\D", ""));
        if (ProcessHandle.of(writer).isEmpty() || writer == ProcessHandle.current().pid()) {
          Files.deleteIfExists(archive);
        }
      }
    }
  }

  private boolean isNewerThan(Path other) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
  }
}
