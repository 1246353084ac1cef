package io.wenliu.nlp.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.nlp.cli.NewsTexts;
import io.wenliu.text.Segmenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleEnricherTest {

  private static final Segmenter SEGMENTER = Segmenter.standard();
  private static final ArticleEnricher ENRICHER =
      new ArticleEnricher(SEGMENTER, AnnotatorObserver.NONE);

  @Test
  void wordsAreAsManyAsParagraphsAndTellTheirSegmenter() {
    // Given
    Article article = NewsTexts.article("新质生产力", List.of("第一段，讲三农。", "", "第二段。"));

    // When
    Enrichment enrichment = ENRICHER.enrich(article);

    // Then
    assertThat(enrichment.segmenter()).isEqualTo(SEGMENTER.version());
    assertThat(enrichment.headlineWords()).isEqualTo("新质生产力");
    assertThat(enrichment.paragraphWords()).hasSize(3);
    assertThat(enrichment.paragraphWords().get(1)).isEmpty();
    assertThat(enrichment.failedAnnotators()).isEmpty();
  }

  @Test
  void sameArticleGivesTheSameEnrichmentWhateverCameBefore() {
    // Given
    Article article = NewsTexts.article("央行下调存款准备金率", List.of("中国人民银行行长说：“降准释放流动性。”市场反应积极。"));
    Enrichment first = ENRICHER.enrich(article);
    Enrichment other = ENRICHER.enrich(NewsTexts.article("别的", List.of("别的文章。")));

    // When
    Enrichment second = ENRICHER.enrich(article);

    // Then
    assertThat(second).isEqualTo(first).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "啊",
        "“",
        "1",
        "\n",
        "\ud83d",
        "\udc00\ud800",
        "说：“",
        "王某某说，",
        "The quick brown fox. ",
        "\u0000\u0007",
        "《",
        "一二三四"
      })
  void hostileArticleOfTwoMegabytesIsEnrichedInBoundedTime(String unit) {
    // Given
    Article article =
        NewsTexts.article("标题", unit.repeat(700_000 / unit.length()).lines().toList());

    // When
    Enrichment enrichment =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> ENRICHER.enrich(article));

    // Then
    assertThat(enrichment.paragraphWords()).hasSameSizeAs(article.paragraphs());
    assertThat(enrichment.failedAnnotators()).containsExactly(ArticleEnricher.SHORTENED);
  }

  @Test
  void articleWithoutChineseIsEnrichedAsFarAsItGoes() {
    // Given
    Article article =
        NewsTexts.article("Stock prices", List.of("Shares rose 3.5% on 2024-06-27.", "🙂🙂 42 km"));

    // When
    Enrichment enrichment = ENRICHER.enrich(article);

    // Then
    assertThat(enrichment.failedAnnotators()).isEmpty();
    assertThat(enrichment.headlineWords()).isEqualTo("stock prices");
    assertThat(enrichment.entities()).extracting(Entity::text).contains("3.5%");
  }

  @Test
  void enricherThatHasWarmedUpSaysNothingOfIt() {
    // Given
    List<Annotator> observed = new ArrayList<>();
    Article article = NewsTexts.article("标题", List.of("正文一句话。"));
    ArticleEnricher warm =
        ArticleEnricher.warmedUp(SEGMENTER, (annotator, _, _) -> observed.add(annotator));
    List<Annotator> before = List.copyOf(observed);

    // When
    Enrichment enrichment = warm.enrich(article);

    // Then
    assertThat(before).isEmpty();
    assertThat(observed).containsExactlyInAnyOrder(Annotator.values());
    assertThat(enrichment).isEqualTo(ENRICHER.enrich(article));
  }

  @Test
  void warmUpLeavesNoAnnotatorOut() {
    // When
    Enrichment enrichment = ENRICHER.enrich(WarmUp.articles().getFirst());

    // Then
    assertThat(enrichment.failedAnnotators()).isEmpty();
    assertThat(enrichment.entities())
        .extracting(Entity::type)
        .contains(
            EntityType.PER,
            EntityType.LOC,
            EntityType.ORG,
            EntityType.WORK,
            EntityType.TIME,
            EntityType.MONEY,
            EntityType.QUANTITY);
    assertThat(enrichment.quotes()).isNotEmpty();
    assertThat(enrichment.keyphrases()).isNotEmpty();
    assertThat(enrichment.summary()).isNotEmpty();
    assertThat(enrichment.topics()).isNotEmpty();
    assertThat(enrichment.kind()).isNotNull();
    assertThat(enrichment.signature()).isNotNull();
  }

  @Test
  void offsetsCountCodePointsIntoTheText() {
    // Given
    Article article =
        NewsTexts.article("标题", List.of("😀𠮷先出现。", "国务院总理李强2025年2月24日在北京表示：“经济稳中向好。”"));

    // When
    Enrichment enrichment = ENRICHER.enrich(article);

    // Then
    int[] points = article.text().codePoints().toArray();
    for (Entity entity : enrichment.entities()) {
      assertThat(new String(points, entity.start(), entity.end() - entity.start()))
          .isEqualTo(entity.text());
    }
    for (Quote quote : enrichment.quotes()) {
      assertThat(new String(points, quote.start(), quote.end() - quote.start()))
          .isEqualTo(quote.text());
    }
  }
}
