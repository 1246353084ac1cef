package io.wenliu.benchmarks.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passes bytes between index-service and Elasticsearch and, while it is told to, keeps the
/// requests and their order, so that a plain client can send the very same. Thread-safe.
final class ElasticsearchTap implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final URI target;
  private final ServerSocket server;
  private final List<Tapped> tapped = new ArrayList<>();
  private boolean recording;
  private int answers;

  /// A request as it went over the wire.
  ///
  /// @param wave requests of one wave were sent before any of them was answered
  record Tapped(int wave, String method, String path, String body) {}

  ElasticsearchTap(URI target) throws IOException {
    this.target = target;
    this.server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(this::accept);
  }

  /// Where it listens.
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  synchronized void record() {
    tapped.clear();
    answers = 0;
    recording = true;
  }

  /// @return what was sent since [#record()], in its order
  synchronized List<Tapped> recorded() {
    recording = false;
    return List.copyOf(tapped);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket in = server.accept();
        Socket out = new Socket(target.getHost(), target.getPort());
        in.setTcpNoDelay(true);
        out.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> pump(in, out, new Requests()));
        Thread.ofPlatform().daemon().start(() -> pump(out, in, null));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void pump(Socket from, Socket to, @Nullable Requests requests) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (requests == null) {
          answered();
        } else {
          sent(requests, buffer, n);
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Either side has closed the connection; so does the other.
    }
  }

  private synchronized void answered() {
    answers++;
  }

  private synchronized void sent(Requests requests, byte[] bytes, int length) {
    for (HttpText request : requests.add(bytes, length)) {
      if (recording) {
        tapped.add(new Tapped(answers, request.method(), request.path(), request.body()));
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The requests of one connection.
  private static final class Requests {
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    List<HttpText> add(byte[] bytes, int length) {
      pending.write(bytes, 0, length);
      List<HttpText> complete = new ArrayList<>();
      byte[] all = pending.toByteArray();
      int start = 0;
      for (HttpText text = HttpText.at(all, start); text != null; text = HttpText.at(all, start)) {
        complete.add(text);
        start = text.end();
      }
      if (start > 0) {
        pending.reset();
        pending.write(all, start, all.length - start);
      }
      return complete;
    }
  }
}
