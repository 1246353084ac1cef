package io.wenliu.ingest.extract.fork;

import io.wenliu.ingest.extract.ExtractedText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What parent and child say to each other, over the child's standard input and output. Nothing in
/// it is trusted to be small: the parent bounds what it reads.
final class Wire {

  private static final byte TEXT = 1;
  private static final byte REFUSED = 2;
  private static final byte UNSUPPORTED = 3;
  private static final int MAX_PAGES = 100_000;
  private static final int MAX_BYTES_A_CHARACTER = 4;
  private static final int ROOM_FOR_NAMES = 4096;

  private Wire() {}

  /// One file.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
  record Request(@Nullable String name, @Nullable String contentType, byte[] content) {}

  static void write(DataOutputStream out, Request request) throws IOException {
    writeText(out, request.name() == null ? "" : request.name());
    writeText(out, request.contentType() == null ? "" : request.contentType());
    out.writeInt(request.content().length);
    out.write(request.content());
    out.flush();
  }

  static Request readRequest(DataInputStream in) throws IOException {
    String name = readText(in, Integer.MAX_VALUE);
    String contentType = readText(in, Integer.MAX_VALUE);
    byte[] content = in.readNBytes(in.readInt());
    return new Request(
        name.isEmpty() ? null : name, contentType.isEmpty() ? null : contentType, content);
  }

  static void write(DataOutputStream out, ExtractedText text) throws IOException {
    out.writeByte(TEXT);
    writeText(out, text.contentType());
    out.writeInt(text.pages().size());
    for (String page : text.pages()) {
      writeText(out, page);
    }
    out.flush();
  }

  static void writeRefusal(DataOutputStream out, String reason) throws IOException {
    out.writeByte(REFUSED);
    writeText(out, reason);
    out.flush();
  }

  static void writeUnsupported(DataOutputStream out, String type) throws IOException {
    out.writeByte(UNSUPPORTED);
    writeText(out, type);
    out.flush();
  }

  /// What the child found out.
  sealed interface Answer {

    /// The file's text.
    record Text(ExtractedText text) implements Answer {}

    /// There is none to be had.
    record Refused(String reason) implements Answer {}

    /// A type that is not taken in.
    record Unsupported(String type) implements Answer {}
  }

  /// @throws IOException if the child ends in the middle, or says what no child of ours would say
  static Answer readAnswer(DataInputStream in, int maxCharacters) throws IOException {
    byte kind = in.readByte();
    int limit = maxCharacters * MAX_BYTES_A_CHARACTER + ROOM_FOR_NAMES;
    return switch (kind) {
      case TEXT -> {
        String type = readText(in, limit);
        int count = in.readInt();
        if (count < 1 || count > MAX_PAGES) {
          throw new IOException("no number of pages: " + count);
        }
        List<String> pages = new ArrayList<>();
        int rest = limit;
        for (int i = 0; i < count; i++) {
          String page = readText(in, rest);
          rest -= page.length();
          pages.add(page);
        }
        yield new Answer.Text(new ExtractedText(type, pages));
      }
      case REFUSED -> new Answer.Refused(readText(in, limit));
      case UNSUPPORTED -> new Answer.Unsupported(readText(in, limit));
      default -> throw new IOException("no answer of ours: " + kind);
    };
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in, int limit) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > limit) {
      throw new IOException("too long: " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("ended in the middle");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
