package io.wenliu.systemtests.hostile;

import static io.wenliu.systemtests.hostile.BrokenFiles.utf8;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.HARMLESS;
import static io.wenliu.systemtests.hostile.HostileFile.Ending.REFUSED;

import io.wenliu.systemtests.hostile.HostileFile.Ending;
import io.wenliu.testkit.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Envelopes that are no JSON, too much JSON, or JSON that says what cannot be; and CloudEvents
/// headers that are wrong.
final class HostileEnvelopes {

  private static final String ARTICLE =
      "{\"kind\":\"article\",\"article\":{\"headline\":\"好\",\"paragraphs\":[\"好。\"]}}";

  private HostileEnvelopes() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    json(files);
    fields(files);
    articles(files);
    headers(files);
    structured(files);
    return files;
  }

  private static void json(List<HostileFile> files) {
    files.add(raw("not-json", REFUSED, "青山村办起夜校"));
    files.add(raw("nothing", REFUSED, ""));
    files.add(raw("cut", REFUSED, "{\"source\":\"hostile\",\"content\":{\"kind\":\"article\""));
    files.add(raw("array", REFUSED, "[]"));
    files.add(raw("string", REFUSED, "\"x\""));
    files.add(raw("null", REFUSED, "null"));
    files.add(raw("number", REFUSED, "1e999999999"));
    files.add(raw("deep-arrays", REFUSED, "[".repeat(400_000)));
    files.add(raw("deep-objects", REFUSED, "{\"a\":".repeat(100_000)));
    files.add(raw("comment", REFUSED, "/* */{}"));
    files.add(raw("single-quotes", REFUSED, "{'source':'hostile'}"));
    files.add(raw("not-a-number", REFUSED, "{\"version\":NaN}"));
    files.add(
        HostileFile.envelope(
            "json-utf16",
            HARMLESS,
            envelope("json-utf16", "", ARTICLE).getBytes(StandardCharsets.UTF_16)));
    files.add(raw("two", HARMLESS, envelope("json-two", "", ARTICLE) + "{}"));
    files.add(raw("marked", HARMLESS, "\uFEFF" + envelope("json-marked", "", ARTICLE)));
    files.add(
        HostileFile.envelope(
            "json-invalid-utf8",
            REFUSED,
            new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'}));
  }

  private static void fields(List<HostileFile> files) {
    files.add(extra("version-infinite", REFUSED, "\"version\":1e400,"));
    files.add(extra("version-exponent", REFUSED, "\"version\":1e999999999,"));
    files.add(extra("version-long-digits", REFUSED, "\"version\":" + "9".repeat(100_000) + ","));
    files.add(extra("version-beyond", REFUSED, "\"version\":4398046511104,"));
    files.add(extra("version-negative", REFUSED, "\"version\":-1,"));
    files.add(extra("version-fraction", HARMLESS, "\"version\":1.5,"));
    files.add(extra("version-text", HARMLESS, "\"version\":\"1\","));
    files.add(extra("version-object", REFUSED, "\"version\":{},"));
    files.add(extra("version-highest", HARMLESS, "\"version\":4398046511103,"));
    files.add(extra("time-year-9999", REFUSED, "\"eventTime\":\"9999-12-31T00:00:00Z\","));
    files.add(extra("time-before-1970", REFUSED, "\"eventTime\":\"1066-10-14T00:00:00Z\","));
    files.add(extra("time-beyond", REFUSED, "\"eventTime\":\"+999999999-12-31T23:59:59Z\","));
    files.add(extra("time-text", REFUSED, "\"eventTime\":\"昨天\","));
    files.add(extra("time-number", HARMLESS, "\"eventTime\":1e300,"));
    files.add(extra("unknown-field", HARMLESS, "\"__proto__\":{\"x\":1},"));
    files.add(extra("long-name", HARMLESS, "\"" + "k".repeat(400_000) + "\":1,"));
    files.add(extra("duplicate-key", HARMLESS, "\"version\":1,\"version\":2,"));
    files.add(raw("no-source", REFUSED, "{\"content\":" + ARTICLE + "}"));
    files.add(raw("path-source", REFUSED, "{\"source\":\"../x\",\"content\":" + ARTICLE + "}"));
    files.add(
        raw(
            "long-source",
            REFUSED,
            "{\"source\":\"" + "s".repeat(65) + "\",\"content\":" + ARTICLE + "}"));
    files.add(raw("long-id", REFUSED, envelope("i".repeat(513), "", ARTICLE)));
    files.add(content("content-null", REFUSED, "null"));
    files.add(content("kind-unknown", REFUSED, "{\"kind\":\"shell\",\"run\":\"rm\"}"));
    files.add(content("kind-class", REFUSED, "{\"kind\":\"java.lang.Runtime\"}"));
    files.add(content("kind-missing", REFUSED, "{\"article\":{}}"));
    files.add(content("file-nothing", REFUSED, "{\"kind\":\"file\"}"));
    files.add(content("file-not-base64", REFUSED, "{\"kind\":\"file\",\"data\":\"*\"}"));
    files.add(content("file-empty", REFUSED, "{\"kind\":\"file\",\"data\":\"\"}"));
    files.add(content("claim-unknown", REFUSED, claim("a".repeat(64), "5")));
    files.add(content("claim-path", REFUSED, claim("../../../../etc/passwd", "5")));
    files.add(content("claim-huge", REFUSED, claim("b".repeat(64), "9223372036854775807")));
    files.add(content("claim-negative", REFUSED, claim("c".repeat(64), "-1")));
    files.add(content("pages-none", REFUSED, "{\"kind\":\"pages\",\"pages\":[]}"));
    files.add(content("pages-null", REFUSED, "{\"kind\":\"pages\",\"pages\":[null]}"));
    files.add(content("pages-blank", REFUSED, "{\"kind\":\"pages\",\"pages\":[{\"text\":\"\"}]}"));
    files.add(
        content(
            "pages-many",
            HARMLESS,
            "{\"kind\":\"pages\",\"pages\":["
                + String.join(",", Collections.nCopies(20_000, "{\"text\":\"好。\"}"))
                + "]}"));
  }

  private static void articles(List<HostileFile> files) {
    files.add(article("nothing", REFUSED, "\"headline\":\"\""));
    files.add(article("no-headline", REFUSED, "\"paragraphs\":[\"好\"]"));
    files.add(article("null-paragraph", REFUSED, "\"headline\":\"好\",\"paragraphs\":[null]"));
    files.add(
        article(
            "surrogate",
            HARMLESS,
            "\"headline\":\"好\\ud800\",\"paragraphs\":[\"\\udc00好\\ud83d\"]"));
    files.add(
        article("nul", HARMLESS, "\"headline\":\"好\\u0000\",\"paragraphs\":[\"好\\u0000\\u001b\"]"));
    files.add(
        article(
            "long-headline",
            HARMLESS,
            "\"headline\":\"" + "题".repeat(100_000) + "\",\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "long-word",
            HARMLESS,
            "\"headline\":\"好\",\"paragraphs\":[\"" + "x".repeat(700_000) + "\"]"));
    files.add(
        article(
            "long-author",
            HARMLESS,
            "\"headline\":\"好\",\"authors\":[\""
                + "甲".repeat(50_000)
                + "\"],\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "many-authors",
            HARMLESS,
            "\"headline\":\"好\",\"authors\":["
                + String.join(",", Collections.nCopies(50_000, "\"林\""))
                + "],\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "many-paragraphs",
            HARMLESS,
            "\"headline\":\"好\",\"paragraphs\":["
                + String.join(",", Collections.nCopies(100_000, "\"\""))
                + "]"));
    files.add(
        article(
            "no-such-day",
            HARMLESS,
            "\"headline\":\"好\",\"published\":\"2025-02-31\",\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "date-noise",
            REFUSED,
            "\"headline\":\"好\",\"published\":\"?\",\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "wild-outline",
            HARMLESS,
            "\"headline\":\"好\",\"outline\":[{\"level\":-9,\"text\":\"一\",\"paragraph\":2147483647}],\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "markup",
            HARMLESS,
            "\"headline\":\"<img src=x onerror=alert(1)>\",\"newspaper\":\"'\\\"><script>\",\"paragraphs\":[\"<script>alert(1)</script>\"]"));
    files.add(
        article(
            "long-newspaper",
            HARMLESS,
            "\"headline\":\"好\",\"newspaper\":\""
                + "报".repeat(50_000)
                + "\",\"page\":\""
                + "版".repeat(50_000)
                + "\",\"paragraphs\":[\"好。\"]"));
    files.add(
        article(
            "private-use",
            HARMLESS,
            "\"headline\":\"\\ue000好\\ue001\",\"paragraphs\":[\"\\ue001\\ue000\\uffff\"]"));
  }

  private static void headers(List<HostileFile> files) {
    files.add(header("version-word", REFUSED, "ce_sourceversion", "newest"));
    files.add(header("version-negative", REFUSED, "ce_sourceversion", "-1"));
    files.add(header("version-beyond", REFUSED, "ce_sourceversion", "99999999999999999999"));
    files.add(header("time-word", REFUSED, "ce_time", "yesterday"));
    files.add(header("time-year-0", REFUSED, "ce_time", "0000-01-01T00:00:00Z"));
    files.add(header("subject-long", REFUSED, "ce_subject", "s".repeat(5000)));
    files.add(header("subject-utf8", HARMLESS, "ce_subject", new byte[] {(byte) 0xC3, 0x28}));
    files.add(header("source-wild", HARMLESS, "ce_source", "../../\0'; DROP TABLE"));
    files.add(header("source-empty", HARMLESS, "ce_source", "////"));
    files.add(header("specversion", HARMLESS, "ce_specversion", "9.9"));
    files.add(header("type-empty", HARMLESS, "ce_type", ""));
    files.add(header("type-internal", HARMLESS, "ce_type", "io.wenliu.article.enriched.v1"));
    files.add(header("type-withdrawn", REFUSED, "ce_type", "io.wenliu.document.withdrawn.v1"));
    files.add(header("type-submission", HARMLESS, "ce_type", "io.wenliu.submission.v1"));
    files.add(header("reference", REFUSED, "ce_dataref", "file:///etc/passwd"));
    files.add(header("reference-unknown", REFUSED, "ce_dataref", "urn:sha256:" + "d".repeat(64)));
    files.add(header("received-word", REFUSED, "ce_receivedat", "never"));
    files.add(header("received-beyond", HARMLESS, "ce_receivedat", "+1000000000-01-01T00:00:00Z"));
    files.add(
        header(
            "content-type-noise", HARMLESS, "content-type", new byte[] {0, (byte) 0xFF, ';', '='}));
    files.add(header("content-type-long", HARMLESS, "content-type", "text/" + "x".repeat(100_000)));
    files.add(header("forged-dead-letter", HARMLESS, "wenliu-dlt-attempt", "2147483647"));
    files.add(
        HostileFile.file("header-no-value", REFUSED, "a.txt", "text/plain", new byte[0])
            .withoutValue());
    files.add(header("long-name", HARMLESS, "x-" + "h".repeat(30_000), "v"));
  }

  private static void structured(List<HostileFile> files) {
    files.add(event("nothing", REFUSED, "{}"));
    files.add(event("noise", REFUSED, "\u0000"));
    files.add(
        event(
            "no-type",
            REFUSED,
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"data\":{}}"));
    files.add(event("batch", REFUSED, "[{},{}]"));
    files.add(
        event(
            "two-datas",
            HARMLESS,
            structured("structured-two-datas", "\"data\":\"好。\",\"data_base64\":\"5aW9\"")));
    files.add(
        event(
            "bad-base64", REFUSED, structured("structured-bad-base64", "\"data_base64\":\"***\"")));
    files.add(
        event("deep", REFUSED, structured("structured-deep", "\"data\":" + "[".repeat(100_000))));
    files.add(
        event(
            "version",
            REFUSED,
            structured("structured-version", "\"sourceversion\":{},\"data\":\"好。\"")));
  }

  private static String structured(String id, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"io.wenliu.file.v1\",\"source\":\"/hostile\",\"subject\":\""
        + id
        + "\",\"datacontenttype\":\"text/plain\","
        + data
        + "}";
  }

  private static HostileFile event(String harm, Ending ending, String json) {
    String name = "structured-" + harm;
    return HostileFile.envelope(name, ending, utf8(json))
        .with("ce_specversion", (String) null)
        .with("ce_id", (String) null)
        .with("ce_type", (String) null)
        .with("ce_source", (String) null)
        .with("content-type", "application/cloudevents+json");
  }

  private static HostileFile header(String harm, Ending ending, String header, String text) {
    return header(harm, ending, header, utf8(text));
  }

  private static HostileFile header(String harm, Ending ending, String header, byte[] text) {
    byte[] page = SampleDocuments.SHORT_PAGE.bytes();
    String name = "header-" + harm;
    return HostileFile.file(name, ending, name + ".corpus", "text/plain", page).with(header, text);
  }

  private static HostileFile raw(String harm, Ending ending, String json) {
    return HostileFile.envelope("json-" + harm, ending, utf8(json));
  }

  private static HostileFile extra(String harm, Ending ending, String field) {
    String name = "field-" + harm;
    return HostileFile.envelope(name, ending, utf8(envelope(name, field, ARTICLE)));
  }

  private static HostileFile content(String harm, Ending ending, String content) {
    return HostileFile.envelope(harm, ending, utf8(envelope(harm, "", content)));
  }

  private static HostileFile article(String harm, Ending ending, String fields) {
    return content(
        "article-" + harm, ending, "{\"kind\":\"article\",\"article\":{" + fields + "}}");
  }

  private static String envelope(String id, String field, String content) {
    return "{\"source\":\""
        + HostileFile.SOURCE
        + "\",\"id\":\""
        + id
        + "\","
        + field
        + "\"content\":"
        + content
        + "}";
  }

  private static String claim(String sha, String size) {
    return "{\"kind\":\"file\",\"claim\":{\"sha256\":\"" + sha + "\",\"size\":" + size + "}}";
  }
}
