package io.wenliu.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.testkit.SampleDocument;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// A form as a browser sends it.
final class MultipartForm {

  private static final String BOUNDARY = "wenliu-test";

  private final ByteArrayOutputStream form = new ByteArrayOutputStream();

  MultipartForm field(String name, String value) {
    write(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, value));
    return this;
  }

  MultipartForm file(SampleDocument file) {
    return part("; filename=\"" + file.name() + "\"", file.contentType(), file.bytes());
  }

  /// @param filename how the part says its name: `; filename="…"`, or nothing
  MultipartForm part(String filename, String type, byte[] content) {
    write(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"%s\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, filename, type));
    form.writeBytes(content);
    write("\r\n");
    return this;
  }

  /// The request with this form, which ends here.
  HttpRequest.Builder in(HttpRequest.Builder request) {
    write("--" + BOUNDARY + "--\r\n");
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(form.toByteArray()));
  }

  private void write(String text) {
    form.writeBytes(text.getBytes(UTF_8));
  }
}
