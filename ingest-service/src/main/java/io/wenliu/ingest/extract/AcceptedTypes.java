package io.wenliu.ingest.extract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// The types of files that are taken in, and what a file seems to be at first sight.
public final class AcceptedTypes {

  /// As `wenliu.ingest.accepted-types` has them.
  public static final List<String> DEFAULTS =
      List.of(
          "text/plain",
          "text/html",
          "text/markdown",
          "application/xhtml+xml",
          "application/pdf",
          "application/rtf",
          "application/msword",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.oasis.opendocument.text");

  static final String UNKNOWN = "application/octet-stream";

  /// What only a look inside can tell: archives that may be documents, and text in UTF-16.
  private static final Set<String> UNDECIDED =
      Set.of(UNKNOWN, "application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

  private final Set<String> accepted;
  private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

  public AcceptedTypes(List<String> accepted) {
    this.accepted = new TreeSet<>(accepted);
  }

  /// Whether a type, without parameters, is taken in.
  public boolean accepts(String type) {
    return accepted.contains(type);
  }

  /// What the file seems to be by its first bytes, its name and what the sender says.
  String atFirstSight(byte[] content, @Nullable String name, @Nullable String contentType) {
    Metadata hints = hints(name, contentType);
    try (var stream = org.apache.tika.io.TikaInputStream.get(content)) {
      return magic.detect(stream, hints).getBaseType().toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// @throws UnsupportedTypeException if it is clear at first sight that the file is not taken in
  public void refuseAtFirstSight(
      byte[] content, @Nullable String name, @Nullable String contentType) {
    String type = atFirstSight(content, name, contentType);
    if (!accepts(type) && !UNDECIDED.contains(type)) {
      throw refusal(type);
    }
  }

  /// Whether it is text without markup; such a file can be decoded anywhere.
  public boolean isPlainText(byte[] content, @Nullable String name, @Nullable String contentType) {
    String type = atFirstSight(content, name, contentType);
    return (accepts(type) && type.startsWith("text/") && !type.equals("text/html"))
        || (type.equals(UNKNOWN) && ChineseCharset.utf16WithoutMark(content) != null);
  }

  /// @param type media type as found out
  public UnsupportedTypeException refusal(String type) {
    return new UnsupportedTypeException(type, accepted);
  }

  static Metadata hints(@Nullable String name, @Nullable String contentType) {
    Metadata hints = new Metadata();
    if (name != null) {
      hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    if (contentType != null) {
      hints.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
    return hints;
  }
}
