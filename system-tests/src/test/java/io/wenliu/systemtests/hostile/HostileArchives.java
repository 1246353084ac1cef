package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.BrokenFiles.utf8;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.REFUSED;

import io.wenliu.systemtests.hostile.HostileFile.Ending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zip bombs, archives in archives, office files that are bombs or traps, and files of types that
/// nobody takes in, under their own names and under false ones.
final class HostileArchives {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String ODT = "application/vnd.oasis.opendocument.text";
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2025, 1, 1, 0, 0);
  private static final int MEBIBYTE = 1 << 20;
  private static final String WORDS = "青山村办起夜校，来了四十多位村民，第一课讲果树修剪。";
  private static final String CONTENT_TYPES =
      "<?xml version=\"1.0\"?><Types"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
          + "relationships+xml\"/><Override PartName=\"/word/document.xml\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument."
          + "wordprocessingml.document.main+xml\"/></Types>";
  private static final String RELATIONS =
      "<?xml version=\"1.0\"?><Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
          + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
          + "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

  private HostileArchives() {}

  /// What writes an entry's content.
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    archives(files);
    wordFiles(files);
    foreignTypes(files);
    return files;
  }

  private static void archives(List<HostileFile> files) {
    byte[] bomb = zip("0.txt", out -> repeat(out, 64 * MEBIBYTE));
    files.add(file("zip-bomb", REFUSED, "a.zip", "application/zip", bomb));
    byte[] nested = bomb;
    for (int depth = 0; depth < 12; depth++) {
      byte[] inner = nested;
      nested = zip("a.zip", out -> out.write(inner));
    }
    files.add(file("zip-nested", REFUSED, "a.zip", "application/zip", nested));
    byte[] quine = zip("r/r.zip", out -> out.write(utf8("r/r.zip".repeat(1000))));
    files.add(file("zip-quine", REFUSED, "r.zip", "application/zip", quine));
    files.add(
        file(
            "zip-traversal",
            REFUSED,
            "a.zip",
            "application/zip",
            zip("../../../../tmp/wenliu-evil", out -> out.write(utf8(WORDS)))));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(many)) {
      for (int i = 0; i < 5_000; i++) {
        entry(zip, "e" + i, out -> out.write('x'));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(file("zip-many-entries", REFUSED, "a.zip", "application/zip", many.toByteArray()));
    files.add(file("zip-says-text", REFUSED, "a.txt", "text/plain", bomb));
    files.add(file("gzip", REFUSED, "a.txt.gz", "application/gzip", gzip(utf8(WORDS))));
    files.add(file("gzip-says-text", REFUSED, "a.txt", "text/plain", gzip(new byte[MEBIBYTE])));
    files.add(
        file("tar-bzip", REFUSED, "a.tbz", "application/x-bzip2", hex("425a6839314159265359")));
    files.add(
        file("seven-zip", REFUSED, "a.7z", "application/x-7z-compressed", hex("377abcaf271c0004")));
    files.add(file("rar", REFUSED, "a.rar", "application/vnd.rar", hex("526172211a070100")));
  }

  private static void wordFiles(List<HostileFile> files) {
    files.add(
        docx(
            "bomb",
            out -> {
              out.write(
                  utf8(
                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"));
              repeat(out, 200 * MEBIBYTE);
              out.write(utf8("</w:t></w:r></w:p></w:body></w:document>"));
            }));
    files.add(docx("no-body", out -> out.write(utf8("<w:document/>"))));
    files.add(docx("not-xml", out -> out.write(BrokenFiles.noise(10_000, 7))));
    files.add(
        docx(
            "xxe",
            out ->
                out.write(
                    utf8(
                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                            + document("&e;" + WORDS)))));
    files.add(
        docx(
            "billion-laughs",
            out ->
                out.write(
                    utf8(
                        HostileMarkup.billionLaughs().replace("DOCTYPE html", "DOCTYPE d")
                            + document("&l9;")))));
    files.add(
        docx(
            "deep-tables",
            out ->
                out.write(
                    utf8(
                        document(
                            "</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc>".repeat(20_000)
                                + "<w:p><w:r><w:t>")))));
    files.add(
        docx(
            "many-paragraphs",
            out ->
                out.write(
                    utf8(document((WORDS + "</w:t></w:r></w:p><w:p><w:r><w:t>").repeat(40_000))))));
    files.add(
        docx(
            "long-attribute",
            out ->
                out.write(
                    utf8(
                        document(
                            "</w:t><w:t w:x=\"" + "y".repeat(8 * MEBIBYTE) + "\">" + WORDS)))));
    files.add(file("docx-plain-zip", REFUSED, "a.docx", DOCX, zip("a.txt", out -> out.write('x'))));
    files.add(file("docx-noise", REFUSED, "a.docx", DOCX, BrokenFiles.noise(20_000, 9)));
    files.add(file("docx-empty-zip", REFUSED, "a.docx", DOCX, hex("504b0506" + "00".repeat(18))));
    files.add(file("docx-text", HARMLESS, "a.docx", DOCX, utf8(WORDS)));
    files.add(
        odt(
            "bomb",
            out -> {
              out.write(utf8("<office:document-content><office:body><office:text><text:p>"));
              repeat(out, 200 * MEBIBYTE);
            }));
    files.add(
        odt(
            "xxe",
            out ->
                out.write(
                    utf8(
                        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;"
                            + WORDS
                            + "</d>"))));
    files.add(odt("deep", out -> out.write(utf8("<a>".repeat(100_000)))));
    byte[] ole = new byte[8192];
    System.arraycopy(hex("d0cf11e0a1b11ae1"), 0, ole, 0, 8);
    files.add(file("doc-empty-ole", REFUSED, "a.doc", "application/msword", ole.clone()));
    java.util.Arrays.fill(ole, 24, ole.length, (byte) 0);
    ole[30] = 9;
    ole[44] = 1;
    ole[48] = 0;
    ole[76] = 0;
    files.add(file("doc-looping-ole", REFUSED, "a.doc", "application/msword", ole.clone()));
    java.util.Arrays.fill(ole, 26, ole.length, (byte) 0xFF);
    files.add(file("doc-wild-ole", REFUSED, "a.doc", "application/msword", ole));
  }

  private static void foreignTypes(List<HostileFile> files) {
    String[][] types = {
      {"elf", "7f454c4602010100", "application/x-executable"},
      {
        "windows",
        "4d5a90000300000004000000ffff0000",
        "application/vnd.microsoft.portable-executable"
      },
      {"java-class", "cafebabe00000045", "application/java-vm"},
      {"wasm", "0061736d01000000", "application/wasm"},
      {"png-huge", "89504e470d0a1a0a0000000d494844527fffffff7fffffff0806000000", "image/png"},
      {"gif", "474946383961ffffffff", "image/gif"},
      {"jpeg", "ffd8ffe000104a464946000101", "image/jpeg"},
      {"tiff-loop", "49492a0008000000000008000000", "image/tiff"},
      {"mp4", "0000001866747970697" + "36f6d", "video/mp4"},
      {"mp3", "494433030000000000", "audio/mpeg"},
      {"sqlite", "53514c69746520666f726d61742033", "application/vnd.sqlite3"},
      {"pcap", "d4c3b2a1020004000000", "application/vnd.tcpdump.pcap"},
    };
    for (String[] type : types) {
      byte[] bytes = java.util.Arrays.copyOf(hex(type[1]), 2048);
      files.add(file("type-" + type[0], REFUSED, type[0] + ".bin", type[2], bytes));
      files.add(file("disguised-" + type[0], REFUSED, "page.txt", "text/plain", bytes));
    }
    files.add(file("disguised-as-pdf", HARMLESS, "page.pdf", "application/pdf", utf8(WORDS)));
    files.add(file("unknown-type", HARMLESS, "page", "x/y; z=\"", utf8(WORDS)));
    files.add(
        file(
            "java-object",
            REFUSED,
            "a.ser",
            "application/x-java-serialized-object",
            hex("aced0005737200")));
  }

  private static HostileFile docx(String harm, Content document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", out -> out.write(utf8(CONTENT_TYPES)));
      entry(zip, "_rels/.rels", out -> out.write(utf8(RELATIONS)));
      entry(zip, "word/document.xml", document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Ending ending = harm.equals("bomb") ? REFUSED : HARMLESS;
    return file("docx-" + harm, ending, harm + ".docx", DOCX, bytes.toByteArray());
  }

  private static HostileFile odt(String harm, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "mimetype", out -> out.write(utf8(ODT)));
      entry(zip, "content.xml", content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file("odt-" + harm, HARMLESS, harm + ".odt", ODT, bytes.toByteArray());
  }

  private static String document(String text) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:body><w:p><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p></w:body></w:document>";
  }

  private static HostileFile file(
      String name, Ending ending, String filename, String type, byte[] bytes) {
    return HostileFile.file(name, ending, filename, type, bytes);
  }

  private static byte[] zip(String name, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    content.to(zip);
    zip.closeEntry();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void repeat(OutputStream out, int length) throws IOException {
    byte[] block = "a".repeat(MEBIBYTE).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int written = 0; written < length; written += block.length) {
      out.write(block);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
