package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Promises on arbitrary input: no character is lost, answers repeat, time grows with size.
class NothingIsLostTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n",
          "\n\n",
          "\n\n\n",
          "\r\n",
          "\f",
          " ",
          "　",
          "\t",
          "# ",
          "## ",
          "**",
          "——",
          "□ ",
          "张三",
          "李 四",
          "新华社记者 ",
          "（原载2月24日《人民日报》）",
          "（新华社北京2月23日电）",
          "新华社上海7月10日电 ",
          "第07版 理论",
          "本版编辑：王一",
          "一、",
          "（二）",
          "今天天气很好，",
          "大家去公园赏花。",
          "人工智能正在改变生活",
          "从0到1的突破",
          "“",
          "”",
          "《",
          "》",
          "（",
          "）",
          "。",
          "，",
          "：",
          "摄",
          "图为现场。本报记者 王五摄",
          "2024",
          "年",
          "3月",
          "%",
          "A",
          "Deep Learning ",
          "𠮷",
          "é",
          "\u200B",
          "\u0000",
          "\uD800",
          "👍",
          "ａ１",
          "…",
          "——副题在这里",
          "(2025年1月1日)",
          "来源：新华社");

  private final PageReconstructor reconstructor = new PageReconstructor();

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCharacterIsAccountedFor(int seed) {
    // Given
    String text = page(new Random(seed));

    // When
    ReconstructedPage page = reconstructor.reconstruct(List.of(new PageText("页", text))).getFirst();

    // Then
    String decided =
        page.decisions().stream().map(LineDecision::text).collect(Collectors.joining());
    assertThat(characters(decided)).isEqualTo(characters(text));
    for (LineRole role : List.of(LineRole.BODY, LineRole.HEADING, LineRole.TITLE)) {
      assertThat(count(page, role)).as(role.label()).isEqualTo(characters(shown(page, role)));
    }
    assertThat(characters(String.join("", page.furniture())))
        .isEqualTo(count(page, LineRole.FURNITURE));
    assertThat(characters(String.join("", page.duplicates())))
        .isEqualTo(count(page, LineRole.READ_TWICE));
  }

  @Test
  void theSamePagesAlwaysGiveTheSameArticles() {
    // Given
    List<PageText> pages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pages.add(new PageText("页" + i, page(new Random(i))));
    }
    List<ReconstructedPage> first = new PageReconstructor().reconstruct(pages);
    reconstructor.reconstruct(List.of(new PageText("别的", "别的内容，先读一遍。")));

    // When
    List<ReconstructedPage> again = reconstructor.reconstruct(pages);

    // Then
    assertThat(again).isEqualTo(first);
  }

  @Test
  void twoBriefsOfOneHeadlineAreTwoArticlesEachWithItsText() {
    // Given
    String page =
        """
        乡镇短讯

        ■ 林晓雨

        青山村今天办起夜校，村民晚上来上课。负责人说，学什么由大家来定，把后续工作做细。

        （来源：《青山周报》2025年03月18日第3版）

        乡镇短讯

        ■ 陈家富

        柳河镇昨天修通环湖公路，车辆可以绕湖一周。据介绍，该项目前后用了七个月，惠及居民三千多人。

        （来源：《青山周报》2025年03月18日第3版）
        """;

    // When
    List<PageArticle> articles =
        reconstructor.reconstruct(List.of(new PageText("页", page))).getFirst().articles();

    // Then
    assertThat(articles).extracting(article -> article.title()).containsOnly("乡镇短讯").hasSize(2);
    assertThat(articles.getFirst().paragraphs()).singleElement().asString().contains("夜校");
    assertThat(articles.getLast().paragraphs()).singleElement().asString().contains("环湖公路");
  }

  static Stream<Arguments> hostile() {
    int bytes = 600_000;
    return Map.ofEntries(
            Map.entry("two-byte lines", "a\n".repeat(bytes / 2)),
            Map.entry("one giant line", "某某说，今天的天气很好。".repeat(bytes / 36)),
            Map.entry("one line without punctuation", "字".repeat(bytes / 3)),
            Map.entry("spaces", " ".repeat(bytes)),
            Map.entry("letter-spacing", " 字".repeat(bytes / 4)),
            Map.entry("brackets", "（".repeat(bytes / 3)),
            Map.entry("digits", "1".repeat(bytes)),
            Map.entry("hashes", "#".repeat(bytes)),
            Map.entry("names", "张三\n\n".repeat(bytes / 8)),
            Map.entry("datelines", "新华社北京新华社北京新华社北京\n".repeat(bytes / 46)),
            Map.entry("open notes", "（来源：《人民\n".repeat(bytes / 20)),
            Map.entry("captions", "图为某某。本报记者 王五摄\n".repeat(bytes / 36)),
            Map.entry("headlines", "今天的标题\n□ 张三\n大家都很高兴地看。\n\n".repeat(bytes / 54)),
            Map.entry("copies", "今天的天气很好，大家都去公园里面赏花了，真的。\n\n".repeat(bytes / 74)))
        .entrySet()
        .stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostilePagesTakeTimeInProportionToTheirSize(String name, String text) {
    // When
    long start = THREADS.getCurrentThreadCpuTime();
    ReconstructedPage page =
        reconstructor.reconstruct(List.of(new PageText(name, text))).getFirst();
    Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);

    // Then: a quadratic step would take an hour
    assertThat(page.decisions().stream().mapToLong(d -> characterCount(d.text())).sum())
        .isEqualTo(characterCount(text));
    assertThat(taken).isLessThan(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\n", "字", "。", "#", "——", "\uFEFF"})
  void almostEmptyPagesAreRead(String text) {
    assertThat(reconstructor.reconstruct(List.of(new PageText("页", text)))).hasSize(1);
  }

  private static String page(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 5 + random.nextInt(120);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      if (random.nextInt(12) == 0) {
        text.append((char) random.nextInt(Character.MAX_VALUE));
      }
    }
    return text.toString();
  }

  private static String shown(ReconstructedPage page, LineRole role) {
    return page.articles().stream()
        .map(article ->
            switch (role) {
              case BODY -> String.join("", article.paragraphs());
              case HEADING -> String.join("", article.headings());
              default -> article.title();
            })
        .collect(Collectors.joining());
  }

  private static Map<Integer, Integer> count(ReconstructedPage page, LineRole role) {
    return characters(
        page.decisions().stream()
            .filter(d -> d.role() == role)
            .map(LineDecision::text)
            .collect(Collectors.joining()));
  }

  /// Neither white space nor what Markdown is written with.
  private static boolean counts(int c) {
    return c != '#' && c != '*' && !(c <= Character.MAX_VALUE && Spacing.isSpace((char) c));
  }

  private static Map<Integer, Integer> characters(String text) {
    Map<Integer, Integer> characters = new HashMap<>();
    text.chars()
        .filter(NothingIsLostTest::counts)
        .forEach(c -> characters.merge(c, 1, Integer::sum));
    return characters;
  }

  private static long characterCount(String text) {
    return text.chars().filter(NothingIsLostTest::counts).count();
  }
}
