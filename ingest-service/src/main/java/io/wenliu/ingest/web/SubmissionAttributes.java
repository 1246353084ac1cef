package io.wenliu.ingest.web;

import io.wenliu.contract.Caller;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Version;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// What a request says about its files: by query parameter, else by header, else by form field.
///
/// @param id null when the source gives none
/// @param version null when the source gives none
/// @param filename null when unknown
/// @param lane live unless the request says otherwise
record SubmissionAttributes(
    String source,
    @Nullable String id,
    @Nullable Long version,
    @Nullable String filename,
    Lane lane) {

  /// Of requests that name no source.
  static final String DEFAULT_SOURCE = "upload";

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MAX_ID_LENGTH = 512;
  private static final int MAX_NAME_LENGTH = 255;

  /// @throws Refusal if one of them breaks its rule
  SubmissionAttributes {
    if (!SOURCE.matcher(source).matches()) {
      throw Refusal.badRequest(
          "source 应为 1 到 64 个字母、数字、点、连字符或下划线",
          "source must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    if (id != null && id.length() > MAX_ID_LENGTH) {
      throw Refusal.badRequest("id 不能超过 512 个字符", "id must have at most 512 characters");
    }
    if (version != null && (version < 0 || version > Version.MAX_CONTENT)) {
      throw badVersion();
    }
    if (filename != null) {
      String base =
          filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
      String whole = base.strip();
      filename =
          whole.isEmpty() ? null : whole.substring(Math.max(0, whole.length() - MAX_NAME_LENGTH));
    }
  }

  /// @throws Refusal if one of them breaks its rule, or the source is not the caller's
  static SubmissionAttributes of(HttpServletRequest request, boolean form) {
    Caller caller = Caller.of(request::getHeader);
    MultiValueMap<String, String> query = query(request);
    String source = value(request, query, form, "source", "X-Wenliu-Source");
    if (source == null) {
      source = caller.onlySource().orElse(DEFAULT_SOURCE);
    }
    if (!caller.isOf(source)) {
      throw Refusal.notYourSource(caller, source);
    }
    return new SubmissionAttributes(
        source,
        value(request, query, form, "id", "X-Wenliu-Id"),
        number(value(request, query, form, "version", "X-Wenliu-Version")),
        value(request, query, form, "filename", "X-Wenliu-Filename"),
        lane(value(request, query, form, "lane", "X-Wenliu-Lane")));
  }

  /// The lane alone, of an envelope that says the rest itself.
  ///
  /// @throws Refusal if there is no such lane
  static Lane lane(HttpServletRequest request) {
    return lane(value(request, query(request), false, "lane", "X-Wenliu-Lane"));
  }

  private static MultiValueMap<String, String> query(HttpServletRequest request) {
    return UriComponentsBuilder.newInstance()
        .query(request.getQueryString())
        .build()
        .getQueryParams();
  }

  SubmissionAttributes withFilename(@Nullable String name) {
    return new SubmissionAttributes(source, id, version, name, lane);
  }

  SubmissionAttributes withId(String otherId) {
    return new SubmissionAttributes(source, otherId, version, filename, lane);
  }

  DocumentId document(byte[] content) {
    return id == null ? DocumentId.ofContent(source, content) : DocumentId.of(source, id);
  }

  private static @Nullable String value(
      HttpServletRequest request,
      MultiValueMap<String, String> query,
      boolean form,
      String name,
      String header) {
    String value = query.getFirst(name);
    if (value != null) {
      value = UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
    } else if (request.getHeader(header) != null) {
      value = utf8(request.getHeader(header));
    } else if (form) {
      value = request.getParameter(name);
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  /// Header bytes arrive as ISO 8859-1; clients send UTF-8.
  private static String utf8(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }

  private static @Nullable Long number(@Nullable String version) {
    try {
      return version == null ? null : Long.valueOf(version);
    } catch (NumberFormatException e) {
      throw badVersion();
    }
  }

  private static Lane lane(@Nullable String name) {
    for (Lane lane : Lane.values()) {
      if (name == null || lane.id().equals(name)) {
        return lane;
      }
    }
    throw Refusal.badRequest(
        "lane 只能是 live 或 backfill，不能是“" + name + "”", "lane is live or backfill, not: " + name);
  }

  private static Refusal badVersion() {
    return Refusal.badRequest(
        "version 应为 0 到 " + Version.MAX_CONTENT + " 之间的整数",
        "version must be a whole number between 0 and " + Version.MAX_CONTENT);
  }
}
