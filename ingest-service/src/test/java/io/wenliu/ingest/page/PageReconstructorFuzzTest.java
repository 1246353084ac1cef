package io.wenliu.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.testkit.Fuzzer;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Any text is a page of some articles, perhaps none.
class PageReconstructorFuzzTest {

  private static final int SEED_BYTES = 8_000;
  private static final List<String> WORDS =
      List.of(
          "\n",
          "\r\n",
          "\n\n",
          "\f",
          "\u2028",
          "■ ",
          "■林晓雨\n",
          "□",
          "●",
          "一、",
          "（一）",
          "1.",
          "第三版",
          "（来源：《青山周报》2025年03月18日第3版）",
          "（上接第1版）",
          "（下转第2版）",
          "本报记者",
          "新华社北京2月23日电",
          "# ",
          "## ",
          "**",
          "——",
          "“",
          "”",
          "《",
          "》",
          "。",
          "图①",
          "摄",
          "责任编辑",
          "\u3000\u3000",
          "\t",
          "2025年13月41日",
          "\uD800",
          "\uDFFF",
          "\0",
          "𠮷",
          "|",
          "---");

  private final PageReconstructor reconstructor = new PageReconstructor();

  @Test
  void anyTextIsAPage() {
    List<byte[]> seeds = new ArrayList<>();
    for (SampleDocument seed : SampleDocuments.SEEDS) {
      seeds.add(Arrays.copyOf(seed.bytes(), Math.min(seed.bytes().length, SEED_BYTES)));
    }
    seeds.add(SampleDocuments.SHORT_PAGE.bytes());
    new Fuzzer("page", seeds, WORDS)
        .run(input -> {
          ReconstructedPage page =
              reconstructor
                  .reconstruct(List.of(new PageText("第3版.txt", new String(input, UTF_8))))
                  .getFirst();
          return page.articles().stream()
              .map(article ->
                  article.authors().size()
                      + "/"
                      + article.captions().size()
                      + "/"
                      + article.outline().size()
                      + "/"
                      + Integer.numberOfLeadingZeros(article.paragraphs().size()))
              .toList();
        });
  }
}
