package io.wenliu.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out how the text of a Chinese newsroom is encoded, and decodes it.
///
/// In this order: byte-order mark; UTF-8, which hardly any other text is by chance; UTF-16 without
/// a mark, told by which half of the byte pairs holds the zeros or the narrow range of high bytes
/// that Han characters have; what the sender states, if the bytes obey it; GB18030 or Big5,
/// whichever puts more characters among its common ones.
final class ChineseCharset {

  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  private static final int SAMPLE_BYTES = 64 * 1024;

  /// A cut or flipped byte here and there does not make a text unreadable.
  private static final int CHARACTERS_A_FAULT = 500;

  private ChineseCharset() {}

  /// @param declared charset that the sender or the file itself states; null when none
  /// @param maxCharacters of a text with more, its start with at least one more than these: nothing
  ///   needs the rest, and a large file's would take more memory than there is
  /// @return without byte-order mark; empty if the bytes are no text in any of them
  static Optional<String> decode(byte[] bytes, @Nullable String declared, int maxCharacters) {
    Optional<String> marked = marked(bytes, maxCharacters);
    if (marked.isPresent()) {
      return marked;
    }
    Optional<String> utf8 = strictly(bytes, 0, StandardCharsets.UTF_8, maxCharacters);
    if (utf8.isPresent() && utf8.get().indexOf('\0') < 0) {
      return utf8;
    }
    Charset utf16 = utf16WithoutMark(bytes);
    if (utf16 != null) {
      return strictly(bytes, 0, utf16, maxCharacters);
    }
    if (utf8.isPresent()) {
      return utf8;
    }
    Charset stated = charset(declared);
    if (stated != null) {
      Optional<String> text = strictly(bytes, 0, stated, maxCharacters);
      if (text.isPresent()) {
        return text;
      }
    }
    Charset likelier = commonInBig5(bytes) > commonInGb18030(bytes) ? BIG5 : GB18030;
    return leniently(bytes, likelier, maxCharacters)
        .or(() -> leniently(bytes, StandardCharsets.UTF_8, maxCharacters))
        .or(() -> leniently(bytes, likelier.equals(BIG5) ? GB18030 : BIG5, maxCharacters));
  }

  private static Optional<String> marked(byte[] bytes, int maxCharacters) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8, CodingErrorAction.REPLACE, maxCharacters);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return strictly(bytes, 4, Charset.forName("UTF-32LE"), maxCharacters);
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return strictly(bytes, 4, Charset.forName("UTF-32BE"), maxCharacters);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE, CodingErrorAction.REPLACE, maxCharacters);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE, CodingErrorAction.REPLACE, maxCharacters);
    }
    if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
      return decode(bytes, 4, GB18030, CodingErrorAction.REPLACE, maxCharacters);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /// Null if it is not UTF-16.
  static @Nullable Charset utf16WithoutMark(byte[] bytes) {
    if (bytes.length < 4 || bytes.length % 2 != 0) {
      return null;
    }
    int little = plausibleUnits(bytes, 1);
    int big = plausibleUnits(bytes, 0);
    int units = Math.min(bytes.length, SAMPLE_BYTES) / 2;
    Charset likelier = little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    int plausible = Math.max(little, big);
    int implausible = Math.min(little, big);
    // Text in one byte order is nonsense in the other; text in a byte charset is nonsense in both,
    // or equally plausible in both.
    boolean one = plausible >= units * 95 / 100 && implausible <= units * 60 / 100;
    return one && obey(bytes, likelier) ? likelier : null;
  }

  /// Code units of newspaper text: line ends, ASCII, Han, CJK and general punctuation, full width.
  private static int plausibleUnits(byte[] bytes, int highByte) {
    int plausible = 0;
    int end = Math.min(bytes.length, SAMPLE_BYTES) - 1;
    for (int i = 0; i < end; i += 2) {
      int high = bytes[i + highByte] & 0xFF;
      int low = bytes[i + 1 - highByte] & 0xFF;
      boolean ascii =
          high == 0 && ((low >= 0x20 && low < 0x7F) || low == '\n' || low == '\r' || low == '\t');
      boolean latin = high == 0 && low >= 0xA0;
      boolean han = high >= 0x4E && high <= 0x9F;
      boolean punctuation = high == 0x20 || high == 0x30 || high == 0xFF || high == 0x25;
      if (ascii || latin || han || punctuation) {
        plausible++;
      }
    }
    return plausible;
  }

  /// Characters of GB 2312's first level, the commonest 3,755, and its punctuation.
  private static double commonInGb18030(byte[] bytes) {
    return common(bytes, 0xB0, 0xD7, 0xA1, 0xA3, 0xA1);
  }

  /// Characters of Big5's first level, the commonest 5,401, and its punctuation.
  private static double commonInBig5(byte[] bytes) {
    return common(bytes, 0xA4, 0xC6, 0xA1, 0xA3, 0x40);
  }

  /// Share of double-byte characters whose first byte lies in one of two ranges and whose second
  /// byte is allowed.
  private static double common(
      byte[] bytes, int from, int to, int signsFrom, int signsTo, int lowestTrail) {
    int common = 0;
    int characters = 0;
    int end = Math.min(bytes.length, SAMPLE_BYTES) - 1;
    for (int i = 0; i < end; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int trail = bytes[++i] & 0xFF;
      characters++;
      boolean inRange = (lead >= from && lead <= to) || (lead >= signsFrom && lead <= signsTo);
      boolean big5Gap = lowestTrail == 0x40 && trail > 0x7E && trail < 0xA1;
      if (inRange && trail >= lowestTrail && !big5Gap) {
        common++;
      }
    }
    return characters == 0 ? 0 : (double) common / characters;
  }

  static Optional<String> strictly(byte[] bytes, int from, Charset charset, int maxCharacters) {
    return decode(bytes, from, charset, CodingErrorAction.REPORT, maxCharacters);
  }

  /// @param onFault what is done about bytes that are no character; with [CodingErrorAction#REPORT]
  ///   the answer is empty where there are any
  private static Optional<String> decode(
      byte[] bytes, int from, Charset charset, CodingErrorAction onFault, int maxCharacters) {
    CharsetDecoder decoder = decoder(charset, onFault);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = room(in.remaining(), decoder, maxCharacters);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError() || (result.isUnderflow() && decoder.flush(out).isError())) {
      return Optional.empty();
    }
    return Optional.of(out.flip().toString());
  }

  private static CharsetDecoder decoder(Charset charset, CodingErrorAction onFault) {
    return charset.newDecoder().onMalformedInput(onFault).onUnmappableCharacter(onFault);
  }

  /// For all characters, or for two more than allowed: where one is left a pair does not fit.
  private static CharBuffer room(int bytes, CharsetDecoder decoder, int maxCharacters) {
    double most = Math.ceil(bytes * (double) decoder.maxCharsPerByte()) + 1;
    return CharBuffer.allocate((int) Math.min(most, maxCharacters + 2.0));
  }

  /// Whether all of them are characters, found out without keeping these.
  private static boolean obey(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = decoder(charset, CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(SAMPLE_BYTES);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      result = decoder.decode(in, out.clear(), true);
    }
    return !result.isError();
  }

  /// With U+FFFD for each fault; empty if there are too many.
  private static Optional<String> leniently(byte[] bytes, Charset charset, int maxCharacters) {
    CharsetDecoder decoder = decoder(charset, CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = room(bytes.length, decoder, maxCharacters);
    int allowed = 1 + bytes.length / CHARACTERS_A_FAULT;
    for (int faults = 0; faults <= allowed; faults++) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError() || !out.hasRemaining()) {
        return Optional.of(out.flip().toString());
      }
      in.position(in.position() + result.length());
      out.put('\uFFFD');
    }
    return Optional.empty();
  }

  private static @Nullable Charset charset(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      Charset charset = Charset.forName(name.strip());
      // Pages that say GB2312 or GBK use characters beyond it.
      return charset.name().equals("GB2312") || charset.name().equals("GBK") ? GB18030 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
