package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.BrokenFiles.utf8;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.REFUSED;

import io.wenliu.systemtests.hostile.HostileFile.Ending;
import io.wenliu.testkit.SampleDocuments;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Plain text that is none, or too much of it; wrong character sets; names that are traps.
final class HostileTexts {

  private static final int MEBIBYTE = 1 << 20;

  private HostileTexts() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    String page = SampleDocuments.SHORT_PAGE.text();
    byte[] good = SampleDocuments.SHORT_PAGE.bytes();
    files.add(text("empty", REFUSED, new byte[0]));
    files.add(text("one-nul", REFUSED, new byte[1]));
    files.add(text("nuls", REFUSED, new byte[4096]));
    files.add(text("white-space", REFUSED, utf8(" \n\t\u3000\r\n".repeat(500))));
    files.add(text("mark-only", REFUSED, utf8("\uFEFF")));
    files.add(text("controls", REFUSED, utf8("\u0001\u0002\u001B[2J\u0007".repeat(200))));
    files.add(text("nuls-in-text", HARMLESS, utf8(page.replace("。", "。\0"))));
    files.add(text("escape-sequences", HARMLESS, utf8("\u001B[31m" + page)));
    files.add(text("invalid-utf8", HARMLESS, hex("e99d92e5b1b1c328f0288cbcfe fffe80bf")));
    files.add(text("overlong-utf8", HARMLESS, hex("c0afe080aff08080af")));
    files.add(text("surrogates-in-utf8", HARMLESS, hex("eda080edb080e69687eda081")));
    files.add(text("half-a-character", HARMLESS, java.util.Arrays.copyOf(good, 32)));
    files.add(text("unpaired-utf16", HARMLESS, hex("fffe00d8874f41d8876500dc")));
    files.add(text("odd-utf16", HARMLESS, hex("feff9752 5c7165")));
    files.add(text("utf32", HARMLESS, page.getBytes(Charset.forName("UTF-32"))));
    files.add(text("utf7-signature", HARMLESS, utf8("+/v8-" + page)));
    files.add(text("one-long-line", HARMLESS, utf8("长".repeat(250_000))));
    files.add(text("many-short-lines", REFUSED, utf8("一\n".repeat(5_100_000))));
    files.add(text("only-line-feeds", REFUSED, utf8("\n".repeat(MEBIBYTE / 2))));
    files.add(text("right-to-left", HARMLESS, utf8("\u202E" + page + "\u2066\u2067")));
    files.add(text("combining", HARMLESS, utf8("文" + "\u0301".repeat(50_000))));
    files.add(text("zero-width", HARMLESS, utf8(page.replace("村", "\u200B村\u2060\uFEFF"))));
    files.add(text("private-use", HARMLESS, utf8("\uE000\uE001" + page + "\uFFFF\uFDD0")));
    files.add(text("markup-in-text", HARMLESS, utf8("<script>alert(1)</script>\n" + page)));
    files.add(text("rows-of-marks", HARMLESS, utf8("（来源：".repeat(20_000))));
    files.add(text("open-quotes", HARMLESS, utf8("“".repeat(50_000))));
    files.add(text("numbering", HARMLESS, utf8("一、（一）1.".repeat(20_000))));
    files.add(text("brackets", HARMLESS, utf8("（《【".repeat(30_000))));
    files.add(text("digits", HARMLESS, utf8("9".repeat(200_000))));
    files.add(text("dates", HARMLESS, utf8("2025年02月31日第99999999999版\n".repeat(2000))));
    for (int seed = 1; seed <= 4; seed++) {
      files.add(text("noise-" + seed, REFUSED, BrokenFiles.noise(20_000 * seed, seed)));
    }
    for (String charset : List.of("utf-7", "ibm-290", "x-no-such-thing", "%s%n", "")) {
      files.add(
          HostileFile.file(
              "says-" + charset.replaceAll("\\W", "_"),
              HARMLESS,
              "a.txt",
              "text/plain; charset=" + charset,
              good));
    }
    files.add(
        HostileFile.file(
            "gbk-says-utf8",
            HARMLESS,
            "a.txt",
            "text/plain; charset=utf-8",
            page.getBytes(Charset.forName("GBK"))));
    files.add(
        HostileFile.file("utf8-says-utf16", HARMLESS, "a.txt", "text/plain; charset=utf-16", good));
    files.add(
        HostileFile.file(
            "latin1",
            HARMLESS,
            "a.txt",
            "text/plain",
            "Zürich é".getBytes(StandardCharsets.ISO_8859_1)));
    names(files, good);
    return files;
  }

  private static void names(List<HostileFile> files, byte[] good) {
    List<String> names =
        List.of(
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "/dev/zero",
            "C:\\CON",
            "a\0b.txt",
            "a\r\nX-Evil: 1.txt",
            "\u202Etxt.exe",
            "раgе.tхt",
            "名".repeat(3000) + ".txt",
            "....",
            "${jndi:ldap://127.0.0.1/a}.txt",
            "<img src=x onerror=alert(1)>.txt",
            "%2e%2e%2fetc%2fpasswd",
            "; rm -rf $HOME",
            "👩‍👩‍👧‍👦🇨🇳.txt");
    for (int i = 0; i < names.size(); i++) {
      files.add(HostileFile.file("name-" + i, HARMLESS, names.get(i), "text/plain", good));
    }
  }

  private static HostileFile text(String name, Ending ending, byte[] bytes) {
    return HostileFile.file("text-" + name, ending, name + ".txt", "text/plain", bytes);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
