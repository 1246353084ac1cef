package io.wenliu.elasticsearch.node;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.bootstrap.BootstrapInfo;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/// Runs one Elasticsearch node until the process is told to end.
///
/// Arguments: home folder, data folder, HTTP port, ready file, then `name=value` settings that win
/// over the ones given here. The ready file receives the HTTP address once the node serves it.
/// Constructing the node directly leaves out the bootstrap checks, which ask for kernel settings
/// that a laptop does not have.
public final class ElasticsearchNodeMain {

  private static final String NODE_NAME = "wenliu";

  private ElasticsearchNodeMain() {}

  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]).toAbsolutePath();
    var data = Path.of(arguments[1]).toAbsolutePath();
    var settings = settings(home, data, arguments[2]);
    var readyFile = Path.of(arguments[3]);
    for (int i = 4; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }

    LogConfigurator.registerErrorListener();
    LogConfigurator.configureESLogging();
    BootstrapInfo.init();
    var environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), home.resolve("config"), () -> NODE_NAME);
    LogConfigurator.setNodeName(NODE_NAME);
    LogConfigurator.configure(environment, true);

    var node = new Node(environment, plugins(environment));
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped), "shutdown"));
    node.start();
    announce(readyFile, node);
    stopped.await();
  }

  private static Settings.Builder settings(Path home, Path data, String port) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", data.resolve("data"))
        .put("path.logs", data.resolve("logs"))
        .putList("path.repo", data.resolve("snapshots").toString())
        .put("cluster.name", "wenliu")
        .put("node.name", NODE_NAME)
        .put("discovery.type", "single-node")
        .put("http.host", "127.0.0.1")
        .put("http.port", port)
        .put("transport.host", "127.0.0.1")
        .put("transport.port", "0")
        // A laptop's disk is often fuller than the watermarks allow; the launcher checks free
        // space.
        .put("cluster.routing.allocation.disk.threshold_enabled", false);
  }

  private static PluginsLoader plugins(Environment environment) {
    return PluginsLoader.createPluginsLoader(
        PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
        PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
        Map.of());
  }

  private static void announce(Path readyFile, Node node) throws java.io.IOException {
    var bound =
        node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress();
    InetSocketAddress address = bound.address();
    var written = readyFile.resolveSibling(readyFile.getFileName() + ".tmp");
    Files.writeString(written, address.getHostString() + ":" + address.getPort());
    Files.move(written, readyFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void close(Node node, CountDownLatch stopped) {
    try {
      node.prepareForClose();
      node.close();
      node.awaitClose(20, TimeUnit.SECONDS);
    } catch (java.io.IOException | InterruptedException e) {
      System.err.println("The node did not close cleanly: " + e);
    } finally {
      stopped.countDown();
    }
  }
}
