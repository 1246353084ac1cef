package io.wenliu.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports of the loopback interface.
public final class Ports {

  /// Linux hands out 32768–60999 to outgoing connections: a port below that range stays ours
  /// between two starts of the same server.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 200;

  private Ports() {}

  /// A port that nothing listens on at this moment.
  ///
  /// @throws IllegalStateException when none was found
  public static int free() {
    var random = ThreadLocalRandom.current();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = random.nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No free port between " + LOWEST + " and " + HIGHEST + " on 127.0.0.1");
  }

  /// Whether a server could listen on this port of 127.0.0.1 now.
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
