package io.wenliu.nlp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ContractJson;
import io.wenliu.nlp.enrichment.AnnotatorObserver;
import io.wenliu.nlp.enrichment.ArticleEnricher;
import io.wenliu.text.Segmenter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnalyzeCommandTest {

  private final AnalyzeCommand command =
      new AnalyzeCommand(new ArticleEnricher(Segmenter.standard(), AnnotatorObserver.NONE));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void findingsAreAddedToWhatWasExtracted() throws Exception {
    // When
    boolean good =
        run(
            "{\"file\":\"a.txt\",\"title\":\"深化农村改革\",\"published\":\"2025-02-24\",\"headings\":[],"
                + "\"paragraphs\":[\"农村改革要巩固成果。深化农村改革要因地制宜。\"]}",
            false);

    // Then
    assertThat(good).isTrue();
    JsonNode answer = answers().getFirst();
    assertThat(answer.path("file").asString()).isEqualTo("a.txt");
    assertThat(answer.path("title").asString()).isEqualTo("深化农村改革");
    assertThat(answer.propertyNames())
        .contains("kind", "entities", "quotes", "keyphrases", "summary", "topics");
    assertThat(answer.path("keyphrases")).isNotEmpty();
  }

  @Test
  void lineOfIdAndTextIsAnsweredUnderItsId() throws Exception {
    // When
    boolean good = run("{\"id\":\"x-1\",\"text\":\"习近平在北京会见外宾。\"}\n\n", true);

    // Then
    assertThat(good).isTrue();
    JsonNode answer = answers().getFirst();
    assertThat(answer.path("id").asString()).isEqualTo("x-1");
    assertThat(answer.has("text")).isFalse();
    assertThat(answer.has("entities")).isTrue();
  }

  @Test
  void lineThatIsNoArticleIsToldAndTheOthersAreDone() throws Exception {
    // When
    boolean good = run("{\"id\":1}\nnonsense\n[]\n{\"id\":\"b\",\"text\":\"好。\"}", true);

    // Then
    assertThat(good).isFalse();
    assertThat(answers()).hasSize(1);
    assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
  }

  private boolean run(String lines, boolean plain) throws IOException {
    return command.run(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
        out,
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        plain);
  }

  private List<JsonNode> answers() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> ContractJson.mapper().readTree(line))
        .toList();
  }
}
