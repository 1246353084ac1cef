package io.wenliu.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

  /// @param contentType as the sender states it, perhaps with a charset
  /// @param markup whether the file may state its charset itself
  /// @throws UnextractableException if it is no text
  static String decode(byte[] content, @Nullable String contentType, boolean markup) {
    String declared = contentType == null ? null : charsetIn(contentType);
    if (declared == null && markup) {
      int head = Math.min(content.length, HEAD_BYTES);
      declared = charsetIn(new String(content, 0, head, StandardCharsets.ISO_8859_1));
    }
    Optional<String> text = ChineseCharset.decode(content, declared);
    if (text.isEmpty()) {
      throw new UnextractableException("无法识别文字编码");
    }
    return withoutControls(text.get());
  }

  private static @Nullable String charsetIn(String statement) {
    Matcher matcher = CHARSET.matcher(statement);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (Character.isISOControl(c) && !layout && c != '\u0085') {
        controls++;
      } else {
        clean.append(c);
      }
    }
    if (controls > 8 && controls > text.length() / CHARACTERS_A_CONTROL) {
      throw new UnextractableException("不是文本文件：含有大量控制字符");
    }
    return clean.toString();
  }
}
