package io.wenliu.index;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody's server that takes every connection and never answers.
final class SilentReceiver implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  SilentReceiver() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
  }

  /// Connections that were open together.
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        mostAtOnce.accumulateAndGet(open.size(), Math::max);
        Thread.ofVirtual().start(() -> readOn(socket));
      }
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private void readOn(Socket socket) {
    try (socket) {
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // Whoever posted has gone.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
