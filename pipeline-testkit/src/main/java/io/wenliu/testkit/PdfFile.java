package io.wenliu.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A PDF (ISO 32000-1) with a Chinese text layer and no font of its own.
///
/// The font is named by the predefined collection Adobe-GB1 and addressed in UTF-16 through the
/// predefined CMap `UniGB-UTF16-H` (section 9.7.5.2), so that a reader gets the text back although
/// no font file is embedded, and none has to be installed here.
final class PdfFile {

  private static final int LINES_PER_PAGE = 48;
  private static final int FONT_SIZE = 12;
  private static final int LEADING = 15;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PdfFile() {}

  static byte[] of(List<String> lines) {
    return new PdfFile().write(lines);
  }

  private byte[] write(List<String> lines) {
    int pages = Math.max(1, (lines.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
    StringBuilder kids = new StringBuilder();
    for (int page = 0; page < pages; page++) {
      kids.append(firstPage() + 2 * page).append(" 0 R ");
    }
    append("%PDF-1.7\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [ " + kids + "] /Count " + pages + " >>");
    object(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
            + " /DescendantFonts [ 4 0 R ] >>");
    object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /DW 1000"
            + " /FontDescriptor 5 0 R >>");
    object(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ]"
            + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
    for (int page = 0; page < pages; page++) {
      int from = page * LINES_PER_PAGE;
      String content = content(lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE)));
      object(
          "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ]"
              + " /Resources << /Font << /F1 3 0 R >> >> /Contents "
              + (firstPage() + 2 * page + 1)
              + " 0 R >>");
      object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
    }
    return end();
  }

  private static int firstPage() {
    return 6;
  }

  private static String content(List<String> lines) {
    StringBuilder content = new StringBuilder("BT /F1 " + FONT_SIZE + " Tf " + LEADING + " TL");
    content.append(" 60 790 Td\n");
    for (String line : lines) {
      byte[] codes = line.getBytes(StandardCharsets.UTF_16BE);
      content.append('<').append(HexFormat.of().formatHex(codes)).append("> Tj T*\n");
    }
    return content.append("ET").toString();
  }

  private void object(String content) {
    offsets.add(bytes.size());
    append(offsets.size() + " 0 obj\n" + content + "\nendobj\n");
  }

  private byte[] end() {
    int table = bytes.size();
    append("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      append("%010d 00000 n \n".formatted(offset));
    }
    append("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\n");
    append("startxref\n" + table + "\n%%EOF\n");
    return bytes.toByteArray();
  }

  private void append(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
