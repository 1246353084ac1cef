package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanEdgesTest {
  private final SpanEdges edges = new SpanEdges(Gazetteer.load().trie());

  @ParameterizedTest
  @CsvSource({
    "[周文亮都]表示, PER, PER 周文亮",
    "[周文亮]表示, PER, PER 周文亮",
    "女双[方敏/何俊]夺冠, PER, PER 方敏|PER 何俊",
    "（李大、[陶玲）]从, PER, PER 陶玲",
    "[刚果（金）]政府, LOC, LOC 刚果（金）",
    "[MiniMax)]是, ORG, ORG MiniMax",
    "[MiniMax）]是, ORG, ORG MiniMax",
    "[(MiniMax]是, ORG, ORG MiniMax",
    "[上海稀宇科技(MiniMax)]是, ORG, ORG 上海稀宇科技|ORG MiniMax",
    "[中国石油大学(北京)]是, ORG, ORG 中国石油大学(北京)",
    "[香港澳门]的, LOC, LOC 香港|LOC 澳门",
    "[广东深圳]的, LOC, LOC 广东深圳",
    "[民政部]门应, ORG, ''",
    "[民政部]应, ORG, ORG 民政部",
    "[特别行政区]的, LOC, ''",
    "[香港特别行政区]的, LOC, LOC 香港特别行政区",
    "[（香港）有限公司]是, ORG, ORG （香港）有限公司",
    "[·卢拉—]说, ORG, ORG 卢拉",
    "[。]他, ORG, ''",
    "[一些出版社]说, ORG, ''",
    "[人民出版社]说, ORG, ORG 人民出版社",
    "[库马通加]总理说, LOC, PER 库马通加",
    "[法国]总理说, LOC, LOC 法国",
    "[卡塔里共和国]总统说, LOC, LOC 卡塔里共和国",
  })
  void spanEndsWhereItsNameDoes(String marked, EntityType type, String wanted) {
    // Given
    String text = marked.replaceAll("[\\[\\]]", "");
    Span span = new Span(marked.indexOf('['), marked.indexOf(']') - 1, type);

    // When
    String mended =
        edges.mended(text, span).stream()
            .map(part -> part.type() + " " + text.substring(part.start(), part.end()))
            .collect(Collectors.joining("|"));

    // Then
    assertThat(mended).isEqualTo(wanted);
  }
}
