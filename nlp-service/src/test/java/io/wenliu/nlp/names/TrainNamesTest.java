package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.contract.Enrichment.EntityType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainNamesTest {
  private static final List<String> PARAGRAPHS =
      List.of("张三丰昨天来到通江镇。", "李四光昨天来到通江镇。", "王五岳昨天来到通江镇。", "赵六合昨天来到通江镇。", "天气很好，大家都很高兴。");

  @TempDir Path folder;

  private final TrainNames command =
      new TrainNames(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

  @Test
  void modelLearntFromAnnotatedParagraphsTagsThem() throws IOException {
    Path news = Files.write(folder.resolve("news.txt"), PARAGRAPHS);
    Path annotations =
        Files.write(
            folder.resolve("names.tsv"),
            PARAGRAPHS.stream()
                .map(
                    p -> Annotations.hash(p) + "\t" + (p.contains("通江镇") ? "0:3:PER,7:10:LOC" : ""))
                .toList());
    Path out = folder.resolve("names.model");

    int learnt = command.train(List.of(annotations), List.of(), false, out, List.of(news));

    assertThat(learnt).isEqualTo(5);
    try (InputStream model = Files.newInputStream(out)) {
      NameRecognizer recognizer = new NameRecognizer(Gazetteer.load().trie(), TagModel.read(model));
      assertThat(recognizer.recognize(PARAGRAPHS.getFirst()))
          .extracting(e -> e.type() + e.text())
          .containsExactly("PER张三丰", "LOC通江镇");
    }
  }

  @Test
  void sentencesWrittenForTrainingAreLearntFromWithTheirBrackets() throws IOException {
    Path news = Files.write(folder.resolve("news.txt"), PARAGRAPHS);
    Path written =
        Files.write(
            folder.resolve("written.txt"),
            List.of("# a comment", "[张三丰|P]昨天来到[通江镇|L]。", "[李四光|P]昨天来到[通江镇|L]。", "天气很好。"));
    Path out = folder.resolve("written.model");

    int learnt = command.train(List.of(), List.of(written), false, out, List.of(news));

    assertThat(learnt).isEqualTo(3);
    try (InputStream model = Files.newInputStream(out)) {
      NameRecognizer recognizer = new NameRecognizer(Gazetteer.load().trie(), TagModel.read(model));
      assertThat(recognizer.recognize("张三丰昨天来到通江镇。"))
          .extracting(e -> e.type() + e.text())
          .containsExactly("PER张三丰", "LOC通江镇");
    }
  }

  @Test
  void swappedNamesStandWhereTheirSpansSay() {
    NameSwap swap = new NameSwap(Gazetteer.load().trie());
    List<Span> spans =
        List.of(
            new Span(0, 3, EntityType.PER),
            new Span(4, 7, EntityType.LOC),
            new Span(8, 14, EntityType.ORG));

    for (int salt = 0; salt < 20; salt++) {
      NameSwap.Text swapped = swap.swapped("张三丰在清河县的北京市公安局说", spans, salt);

      StringBuilder rest = new StringBuilder(swapped.text());
      for (Span span : swapped.spans().reversed()) {
        rest.delete(span.start(), span.end());
      }
      assertThat(rest).hasToString("在的说");
      assertThat(swapped.spans())
          .extracting(Span::type)
          .isEqualTo(spans.stream().map(Span::type).toList());
      Span body = swapped.spans().getLast();
      assertThat(swapped.text().substring(body.start(), body.end())).endsWith("公安局");
      assertThat(swap.swapped("张三丰在清河县的北京市公安局说", spans, salt)).isEqualTo(swapped);
    }
  }

  @Test
  void newsThatNobodyAnnotatedIsAnnotatedByTheShippedTagger() throws IOException {
    Files.writeString(
        folder.resolve("news.jsonl"), "{\"paragraphs\":[\"国务院总理李强在北京会见法国总统马克龙。\"]}\n");
    Path out = folder.resolve("silver.model");

    assertThat(
            command.train(List.of(), List.of(), true, out, List.of(folder.resolve("news.jsonl"))))
        .isEqualTo(1);
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void nothingToLearnFromIsAnError() throws IOException {
    Path news = Files.write(folder.resolve("news.txt"), PARAGRAPHS);

    assertThatThrownBy(
            () -> command.train(List.of(), List.of(), false, folder.resolve("m"), List.of(news)))
        .hasMessageContaining("--silver");
  }
}
