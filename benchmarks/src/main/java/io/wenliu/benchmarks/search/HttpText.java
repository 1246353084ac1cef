package io.wenliu.benchmarks.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 request read from bytes.
///
/// @param end where the next one begins
record HttpText(String method, String path, String body, int end) {

  /// @return null while it is not complete
  static @Nullable HttpText at(byte[] bytes, int start) {
    String text = new String(bytes, start, bytes.length - start, ISO_8859_1);
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      return null;
    }
    String head = text.substring(0, headEnd);
    String line = head.lines().findFirst().orElse("");
    String method = line.substring(0, line.indexOf(' '));
    String path = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    int bodyStart = start + headEnd + 4;
    if (header(head, "transfer-encoding").equals("chunked")) {
      return chunked(method, path, bytes, bodyStart);
    }
    String given = header(head, "content-length");
    int length = given.isEmpty() ? 0 : Integer.parseInt(given);
    if (bodyStart + length > bytes.length) {
      return null;
    }
    return new HttpText(
        method, path, new String(bytes, bodyStart, length, UTF_8), bodyStart + length);
  }

  private static @Nullable HttpText chunked(String method, String path, byte[] bytes, int start) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = start;
    while (true) {
      int end = lineEnd(bytes, at);
      if (end < 0) {
        return null;
      }
      int length = Integer.parseInt(new String(bytes, at, end - at, ISO_8859_1).strip(), 16);
      int next = end + 2 + length + 2;
      if (next > bytes.length) {
        return null;
      }
      if (length == 0) {
        return new HttpText(method, path, body.toString(UTF_8), next);
      }
      body.write(bytes, end + 2, length);
      at = next;
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
