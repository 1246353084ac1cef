package io.wenliu.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text and markup files: their characters, once the encoding is found out.
final class PlainText {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final int HEAD_BYTES = 4096;

  /// More of these in a file and it is no text, whatever it is.
  private static final int CHARACTERS_A_CONTROL = 200;

  private PlainText() {}

  /// The text of a file that is nothing but text.
  ///
  /// @param contentType as the sender states it, perhaps with a charset
  /// @throws UnextractableException if it is no text, or has more characters
  static String text(byte[] content, @Nullable String contentType, int maxCharacters) {
    String declared = contentType == null ? null : charsetIn(contentType);
    String text = decode(content, declared, maxCharacters);
    if (text.length() > maxCharacters) {
      throw new UnextractableException("文字超过 " + maxCharacters + " 个字符");
    }
    return withoutControls(text);
  }

  /// The characters of a file whose text is found by a parser; it may state its charset itself.
  ///
  /// @param contentType as the sender states it, perhaps with a charset
  /// @throws UnextractableException if it is no text
  static String markup(byte[] content, @Nullable String contentType) {
    String declared = contentType == null ? null : charsetIn(contentType);
    if (declared == null) {
      int head = Math.min(content.length, HEAD_BYTES);
      declared = charsetIn(new String(content, 0, head, StandardCharsets.ISO_8859_1));
    }
    return withoutControls(decode(content, declared, Integer.MAX_VALUE));
  }

  private static String decode(byte[] content, @Nullable String declared, int maxCharacters) {
    return ChineseCharset.decode(content, declared, maxCharacters)
        .orElseThrow(() -> new UnextractableException("无法识别文字编码"));
  }

  private static @Nullable String charsetIn(String statement) {
    Matcher matcher = CHARSET.matcher(statement);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String withoutControls(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        controls++;
      }
    }
    if (controls == 0) {
      return text;
    }
    if (controls > 8 && controls > text.length() / CHARACTERS_A_CONTROL) {
      throw new UnextractableException("不是文本文件：含有大量控制字符");
    }
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isControl(text.charAt(i))) {
        clean.append(text.charAt(i));
      }
    }
    return clean.toString();
  }

  private static boolean isControl(char c) {
    boolean layout = c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u0085';
    return Character.isISOControl(c) && !layout;
  }
}
