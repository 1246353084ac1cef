package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// PDFs written by hand (ISO 32000-1): loops, scripts, bombs, lies about lengths and sizes.
final class HostilePdfs {

  private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
  private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  private static final String PAGE =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
          + " /Resources << /Font << /F1 5 0 R >> >> >>";
  private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  private static final String TEXT =
      "BT /F1 12 Tf 50 700 Td (Night school opens in the village) Tj ET";

  private HostilePdfs() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    add(
        files,
        "script",
        CATALOG.replace(">>", "/OpenAction << /S /JavaScript /JS (while(1){}) >> >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "launch",
        CATALOG.replace(">>", "/OpenAction << /S /Launch /F (/bin/sh) >> >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "pages-loop",
        CATALOG,
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "pages-parent-loop",
        CATALOG,
        "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>",
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "page-is-its-kid",
        CATALOG,
        PAGES,
        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
        stream(TEXT),
        FONT);
    add(
        files,
        "count-lies",
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>",
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "count-negative",
        CATALOG,
        "<< /Type /Pages /Kids [3 0 R] /Count -5 >>",
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "many-kids",
        CATALOG,
        "<< /Type /Pages /Kids [" + "3 0 R ".repeat(5_000) + "] /Count 5000 >>",
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "length-lies",
        CATALOG,
        PAGES,
        PAGE,
        "<< /Length 2000000000 >>\nstream\n" + TEXT + "\nendstream",
        FONT);
    add(
        files,
        "length-loop",
        CATALOG,
        PAGES,
        PAGE,
        "<< /Length 4 0 R >>\nstream\n" + TEXT + "\nendstream",
        FONT);
    add(files, "flate-bomb", CATALOG, PAGES, PAGE, deflated(200), FONT);
    add(
        files,
        "flate-twice",
        CATALOG,
        PAGES,
        PAGE,
        stream(TEXT).replace("/Length", "/Filter [" + "/FlateDecode ".repeat(2_000) + "] /Length"),
        FONT);
    add(
        files,
        "deep-array",
        CATALOG.replace(">>", "/X " + "[".repeat(200_000) + " >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "deep-dictionary",
        CATALOG.replace(">>", "/X " + "<< /a ".repeat(100_000) + " >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT);
    add(
        files,
        "huge-image",
        CATALOG,
        PAGES,
        PAGE.replace("/Font", "/XObject << /I 6 0 R >> /Font"),
        stream("q 1 0 0 1 0 0 cm /I Do Q " + TEXT),
        FONT,
        "<< /Type /XObject /Subtype /Image /Width 2147483647 /Height 2147483647 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 4 >>\nstream\nabcd\nendstream");
    add(
        files,
        "form-loop",
        CATALOG,
        PAGES,
        PAGE.replace("/Font", "/XObject << /X 6 0 R >> /Font"),
        stream("/X Do " + TEXT),
        FONT,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream");
    add(
        files,
        "huge-page",
        CATALOG,
        PAGES,
        PAGE.replace("600 800", "1e38 1e38"),
        stream(TEXT),
        FONT);
    add(
        files,
        "bad-numbers",
        CATALOG,
        PAGES,
        PAGE,
        stream("BT /F1 1e999 Tf 99999999999999999999 -0.0.0 Td (x) Tj ET"),
        FONT);
    add(files, "font-missing", CATALOG, PAGES, PAGE.replace("5 0 R", "99 0 R"), stream(TEXT), FONT);
    add(
        files,
        "font-noise",
        CATALOG,
        PAGES,
        PAGE,
        stream(TEXT),
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [5 0 R] >>");
    add(files, "operators", CATALOG, PAGES, PAGE, stream("q ".repeat(200_000) + TEXT), FONT);
    add(files, "no-text", CATALOG, PAGES, PAGE, stream("0 0 10 10 re f"), FONT);
    add(files, "no-pages", CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>");
    add(
        files,
        "embedded-file",
        CATALOG.replace(">>", "/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >> >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT,
        "<< /Type /Filespec /F (../../a.exe) /EF << /F 4 0 R >> >>");
    add(
        files,
        "xfa",
        CATALOG.replace(">>", "/AcroForm << /XFA 6 0 R >> >>"),
        PAGES,
        PAGE,
        stream(TEXT),
        FONT,
        stream("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"));
    raw(files, "header-only", "%PDF-1.7\n");
    raw(
        files,
        "prev-loop",
        "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF");
    raw(files, "start-beyond-end", "%PDF-1.7\nstartxref\n99999999999999\n%%EOF");
    raw(
        files,
        "encrypted",
        pdf(
            "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ("
                + "o".repeat(32)
                + ") /U ("
                + "u".repeat(32)
                + ") >>",
            CATALOG,
            PAGES,
            PAGE,
            stream(TEXT),
            FONT));
    return files;
  }

  private static void add(List<HostileFile> files, String harm, String... objects) {
    raw(files, harm, pdf(null, objects));
  }

  private static void raw(List<HostileFile> files, String harm, String content) {
    files.add(
        HostileFile.file(
            "pdf-" + harm,
            HARMLESS,
            harm + ".pdf",
            "application/pdf",
            content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// @param encryption dictionary of the trailer; null for none
  private static String pdf(
      @org.jspecify.annotations.Nullable String encryption, String... objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.length; i++) {
      offsets.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = pdf.length();
    pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
    pdf.append("trailer\n<< /Root 1 0 R /Size ").append(objects.length + 1);
    if (encryption != null) {
      pdf.append(" /Encrypt ").append(encryption).append(" /ID [(a) (a)]");
    }
    return pdf.append(" >>\nstartxref\n").append(start).append("\n%%EOF").toString();
  }

  private static String stream(String content) {
    return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
  }

  /// Text operators that deflate a thousandfold.
  private static String deflated(int mebibytes) {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    byte[] buffer = new byte[1 << 16];
    for (int i = 0; i < mebibytes; i++) {
      deflater.setInput(block);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return "<< /Filter /FlateDecode /Length "
        + out.size()
        + " >>\nstream\n"
        + out.toString(StandardCharsets.ISO_8859_1)
        + "\nendstream";
  }
}
