package io.wenliu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An Elasticsearch node, alone in its cluster, on 127.0.0.1.
///
/// Ready five to nine seconds after its start; some 400 MB resident over the heap in use. It has
/// what the server core has: no scripts, no `*_by_query`, no plugins (see docs/adr).
public final class ElasticsearchNode extends ServerProcess {

  private static final int HEAP_MEBIBYTES = 512;

  private final NodeSettings settings;
  private final Path readyFile;
  private final int port;

  public ElasticsearchNode(NodeSettings settings) {
    super("elasticsearch", settings.logFile());
    this.settings = settings;
    this.readyFile = settings.folder().resolve("ready");
    this.port = settings.portOrFree();
  }

  /// `http://127.0.0.1:PORT`, known before the start.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  ChildJvm command() {
    var home = Checkout.built("local-stack/elasticsearch-home/target/elasticsearch-home");
    forgetReadiness();
    return new ChildJvm(
        options(home),
        List.of(home.resolve("boot/*")),
        "io.wenliu.elasticsearch.node.ElasticsearchNodeMain",
        arguments(home),
        Map.of(),
        settings.logFile());
  }

  @Override
  boolean takesRequests() {
    return Files.exists(readyFile);
  }

  private List<String> options(Path home) {
    int heap = settings.heapOr(HEAP_MEBIBYTES);
    var options = new ArrayList<String>(CompilerOptions.SMALL_PIECES);
    options.addAll(
        List.of(
            "-Xms" + Math.min(heap, 256) + "m",
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlog4j2.disableJmx=true",
            "-Des.path.home=" + home,
            "--module-path",
            home.resolve("lib").toString(),
            "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,"
                + "org.apache.lucene.core"));
    return options;
  }

  private List<String> arguments(Path home) {
    var arguments = new ArrayList<String>();
    arguments.add(home.toString());
    arguments.add(settings.folder().toString());
    arguments.add(Integer.toString(port));
    arguments.add(readyFile.toString());
    settings.overrides().forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  private void forgetReadiness() {
    try {
      Files.createDirectories(settings.folder());
      Files.deleteIfExists(readyFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
