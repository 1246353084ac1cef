package io.wenliu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A TCP proxy on 127.0.0.1 between a client and a server, which behaves like the network that it
/// is told to be.
///
/// ```java
/// try (var network = FaultProxy.open(Ports.free(), server.port())) {
///   client.connect(network.port());
///   network.behave(NetworkFault.STALL);
///   …
///   network.behave(NetworkFault.NONE);
/// }
/// ```
///
/// Thread-safe.
public final class FaultProxy implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final ServerSocket listener;
  private final int target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong accepted = new AtomicLong();
  private NetworkFault fault = NetworkFault.NONE;
  private boolean closed;

  private FaultProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /// Listens at once; the server need not stand yet.
  ///
  /// @param port of 127.0.0.1 to listen at
  /// @param target port of 127.0.0.1 that the server listens at
  public static FaultProxy open(int port, int target) {
    try {
      ServerSocket listener = new ServerSocket(port, 256, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(listener, target);
      Thread.ofVirtual().name("fault-proxy-" + port).start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at port " + port, e);
    }
  }

  /// Where clients come to.
  public int port() {
    return listener.getLocalPort();
  }

  /// How many connections have been accepted so far.
  public long accepted() {
    return accepted.get();
  }

  /// From now on the network is like this.
  public void behave(NetworkFault like) {
    synchronized (this) {
      fault = like;
      notifyAll();
    }
    switch (like) {
      case NetworkFault.Reset _ -> connections.forEach(Connection::reset);
      case NetworkFault.HalfOpen _ -> connections.forEach(Connection::loseTheServer);
      case NetworkFault.None _, NetworkFault.Latency _, NetworkFault.Stall _ -> {}
    }
  }

  /// Closes every connection and listens no more.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    closeQuietly(listener);
    connections.forEach(Connection::close);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        Connection connection = new Connection(client);
        connections.add(connection);
        Thread.ofVirtual().start(connection::serve);
      } catch (IOException e) {
        // Closed, or the client was gone before it was greeted.
      }
    }
  }

  /// Waits while the network stalls.
  ///
  /// @return how it behaves now
  private synchronized NetworkFault awaitMovement() throws InterruptedException {
    while (fault instanceof NetworkFault.Stall && !closed) {
      wait();
    }
    return fault;
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It is gone either way.
    }
  }

  /// One client and, unless the network has lost it, the server's side of the conversation.
  private final class Connection {

    private final Socket client;
    private final Socket server = new Socket();
    private volatile boolean lost;

    Connection(Socket client) {
      this.client = client;
    }

    void serve() {
      try {
        switch (awaitMovement()) {
          case NetworkFault.Reset _ -> {
            reset();
            return;
          }
          case NetworkFault.HalfOpen _ -> lost = true;
          default -> {
            client.setTcpNoDelay(true);
            server.connect(
                new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(server, client, false));
          }
        }
        pump(client, server, true);
      } catch (IOException e) {
        reset();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// @param asking whether it is what the client says, not what it hears
    private void pump(Socket from, Socket to, boolean asking) {
      byte[] buffer = new byte[BUFFER_BYTES];
      try {
        while (true) {
          int read = from.getInputStream().read(buffer);
          NetworkFault now = awaitMovement();
          if (now instanceof NetworkFault.Latency(var delay)) {
            Thread.sleep(delay);
          }
          if (read < 0) {
            end(from, to, asking);
            return;
          }
          if (!lost) {
            to.getOutputStream().write(buffer, 0, read);
          }
        }
      } catch (IOException e) {
        if (!lost || asking) {
          close();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// The end of one direction is passed on like any byte.
    private void end(Socket from, Socket to, boolean asking) throws IOException {
      if (lost) {
        if (asking) {
          close();
        }
        return;
      }
      if (to.isOutputShutdown() || to.isClosed()) {
        close();
        return;
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        close();
      }
    }

    void loseTheServer() {
      lost = true;
      closeQuietly(server);
    }

    void reset() {
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.setSoLinger(true, 0);
        } catch (IOException e) {
          // Never connected, or closed already.
        }
      }
      close();
    }

    void close() {
      connections.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }
  }
}
