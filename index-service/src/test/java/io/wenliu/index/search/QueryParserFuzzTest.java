package io.wenliu.index.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.index.web.ApiProblem;
import io.wenliu.testkit.Fuzzer;
import io.wenliu.text.Segmenter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Any text is a query, or refused with a problem.
class QueryParserFuzzTest {

  private static final List<byte[]> SEEDS =
      Stream.of(
              "人工智能的发展",
              "作者:高文 来源：“广西日报” person:苗圩 -不要",
              "日期:2025-02 「乡村振兴」 date:2024-01-01..2025-12-31",
              "ＡＩ\uFF0D发展 \uD83D\uDE00 记住:乡愁")
          .map(text -> text.getBytes(UTF_8))
          .toList();
  private static final List<String> WORDS =
      List.of(
          "“",
          "”",
          "\"",
          "「",
          "』",
          "-",
          "－",
          "−",
          ":",
          "：",
          " ",
          "\u3000",
          "日期:",
          "date:",
          "作者:",
          "来源:",
          "2025",
          "2025-13",
          "..",
          "9999999999",
          "\uD800",
          "\uDC00",
          "\uE000",
          "\0",
          "的",
          "人工智慧",
          "\u202E",
          "ﷺ",
          "İ");

  private final QueryParser parser =
      new QueryParser(Segmenter.standard(), _ -> false, SearchSettingsTest.DEFAULTS);

  @Test
  void anyTextIsAQueryOrAProblem() {
    new Fuzzer("query", SEEDS, WORDS)
        .run(input -> {
          try {
            Query query = parser.parse(new String(input, UTF_8));
            return query.wanted().stream().map(Clause::getClass).toList()
                + "-"
                + query.unwanted().stream().map(Clause::getClass).toList()
                + query.text().length() / 16;
          } catch (ApiProblem refused) {
            return String.valueOf(refused.getMessage());
          }
        });
  }
}
