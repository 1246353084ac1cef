package io.wenliu.localstack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where this copy of the project lies, and what its build has made.
///
/// Servers and services are found by path, so that local-stack needs none of them to compile.
public final class Checkout {

  private static final Path ROOT = findRoot();

  private Checkout() {}

  /// The folder with the `wenliu` script.
  public static Path root() {
    return ROOT;
  }

  /// What the build made of a module.
  ///
  /// @throws IllegalStateException when it is not there
  static Path built(String path) {
    var file = ROOT.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file
              + " is missing: build it first, for example with ./mvnw -Dquick -DskipTests package");
    }
    return file;
  }

  /// The class path entry that these classes came from.
  static Path ownCode() {
    try {
      return Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path findRoot() {
    for (@Nullable Path folder = ownCode(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("local-stack/elasticsearch-home/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException(ownCode() + " does not lie in a checkout of Wenliu");
  }
}
