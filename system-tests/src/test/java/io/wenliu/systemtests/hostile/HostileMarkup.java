package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.BrokenFiles.utf8;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;

import io.wenliu.systemtests.hostile.HostileFile.Ending;
import java.util.ArrayList;
import java.util.List;

/// HTML, XHTML and RTF: entities that expand or fetch, endless nesting, scripts. What they say in
/// plain words may be taken; [#SECRET] never is.
final class HostileMarkup {

  /// Stands first in a file that only an external entity would read.
  static final String SECRET = "root:x:0:0";

  private static final String WORDS = "青山村办起夜校，来了四十多位村民，第一课讲果树修剪。";

  private HostileMarkup() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    for (String[] kind :
        new String[][] {{"xhtml", "application/xhtml+xml"}, {"html", "text/html"}}) {
      files.add(file(kind, "xxe-file", entity("SYSTEM \"file:///etc/passwd\"")));
      files.add(file(kind, "xxe-http", entity("SYSTEM \"http://127.0.0.1:9/x\"")));
      files.add(file(kind, "xxe-device", entity("SYSTEM \"file:///dev/zero\"")));
      files.add(
          file(
              kind,
              "xxe-parameter",
              "<!DOCTYPE html [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p.dtd\"> %p;]>"
                  + body(WORDS)));
      files.add(
          file(
              kind,
              "external-dtd",
              "<!DOCTYPE html SYSTEM \"http://127.0.0.1:9/x.dtd\">" + body(WORDS)));
      files.add(file(kind, "billion-laughs", billionLaughs() + body("&l9;")));
      files.add(
          file(
              kind,
              "quadratic-blow-up",
              "<!DOCTYPE html [<!ENTITY a \""
                  + "笑".repeat(50_000)
                  + "\">]>"
                  + body("&a;".repeat(50_000))));
      files.add(file(kind, "deep", body("<div>".repeat(200_000) + WORDS)));
      files.add(file(kind, "deep-tables", body("<table><tr><td>".repeat(20_000) + WORDS)));
      files.add(file(kind, "attributes", body("<p " + "a=\"b\" ".repeat(100_000) + ">" + WORDS)));
      files.add(
          file(kind, "long-attribute", body("<p a=\"" + "x".repeat(800_000) + "\">" + WORDS)));
      files.add(file(kind, "open-comment", body(WORDS + "<!-- " + "x".repeat(100_000))));
    }
    String[] html = {"html", "text/html"};
    files.add(file(html, "script", body("<script>while(true){}</script>" + WORDS)));
    files.add(file(html, "frames", body("<iframe src=\"file:///etc/passwd\"></iframe>" + WORDS)));
    files.add(
        file(
            html,
            "refresh",
            "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>" + WORDS));
    files.add(file(html, "base", "<base href=\"http://127.0.0.1:9/\">" + body(WORDS)));
    files.add(
        file(
            html,
            "data-image",
            body("<img src=\"data:image/png;base64," + "A".repeat(500_000) + "\">" + WORDS)));
    files.add(file(html, "charset-utf7", "<meta charset=utf-7>+ADw-script+AD4-" + WORDS));
    files.add(file(html, "entities", body("&#x110000;&#xD800;&#0;&bogus;".repeat(20_000) + WORDS)));
    files.add(file(html, "nuls", body(WORDS.replace("，", "\0"))));
    files.add(file(html, "svg", body("<svg onload=alert(1)><text>" + WORDS + "</text></svg>")));
    files.add(file(html, "no-text", body("<img src=x>")));

    String[] rtf = {"rtf", "application/rtf"};
    files.add(file(rtf, "deep", "{\\rtf1 " + "{".repeat(200_000) + "abc"));
    files.add(file(rtf, "lying-binary", "{\\rtf1 \\bin2147483647 abc}"));
    files.add(file(rtf, "object", "{\\rtf1 {\\object\\objdata " + "41".repeat(100_000) + "} abc}"));
    files.add(file(rtf, "unicode", "{\\rtf1\\uc1 \\u-10179?\\u99999999999?\\u55357? abc}"));
    files.add(file(rtf, "controls", "{\\rtf1 " + "\\b\\i0".repeat(100_000) + "}"));
    files.add(file(rtf, "picture", "{\\rtf1 {\\pict\\pngblip " + "00".repeat(100_000) + "} abc}"));
    files.add(file(rtf, "cut", "{\\rtf1\\ansi\\ansicpg936 \\'c7\\'e0\\'"));
    return files;
  }

  private static String entity(String where) {
    return "<!DOCTYPE html [<!ENTITY e " + where + ">]>" + body("&e;" + WORDS);
  }

  static String billionLaughs() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE html [<!ENTITY l0 \"笑\">");
    for (int i = 1; i < 10; i++) {
      dtd.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10));
      dtd.append("\">");
    }
    return dtd.append("]>").toString();
  }

  private static String body(String inner) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body><p>"
        + inner
        + "</p></body></html>";
  }

  private static HostileFile file(String[] kind, String harm, String text) {
    Ending ending = HARMLESS;
    String prefix = kind[0].equals("xhtml") ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" : "";
    return HostileFile.file(
        kind[0] + "-" + harm, ending, harm + "." + kind[0], kind[1], utf8(prefix + text));
  }
}
