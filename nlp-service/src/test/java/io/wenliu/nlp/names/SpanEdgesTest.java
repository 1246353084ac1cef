package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    "[伊朗沙特]复交, LOC, LOC 伊朗|LOC 沙特",
    "[德国瑞典丹麦]的, LOC, LOC 德国|LOC 瑞典|LOC 丹麦",
    "[英国苏格兰]的, LOC, LOC 英国苏格兰",
    "[几内亚比绍]的, LOC, LOC 几内亚比绍",
    "[中国香港]的, LOC, LOC 中国香港",
    "[日韩]企业, LOC, ''",
    "[中德]两国, LOC, ''",
    "[加沙]的, LOC, LOC 加沙",
    "[埃塞]的, LOC, LOC 埃塞",
    "[墨方]说, LOC, ''",
    "[乌方]说, PER, ''",
    "[组委会]说, ORG, ''",
    "[亚运会组委会]说, ORG, ORG 亚运会组委会",
    "[常委会]的, ORG, ORG 常委会",
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

  @ParameterizedTest
  @CsvSource({
    "[周文亮]说，[周文亮就]住在附近, 周文亮|周文亮",
    "[周文亮]说，[像周文亮]这样, 周文亮|周文亮",
    "[像周文亮]这样, 像周文亮",
    "[周文亮]说，[周文家]在场, 周文亮|周文家",
  })
  void wordBesidePersonIsCutOffWhereTheNameStandsAlsoWithoutIt(String marked, String wanted) {
    // Given
    String text = marked.replaceAll("[\\[\\]]", "");
    List<Span> spans = new ArrayList<>();
    Matcher name = Pattern.compile("\\[(.*?)\\]").matcher(marked);
    while (name.find()) {
      int start = name.start() - 2 * spans.size();
      spans.add(new Span(start, start + name.group(1).length(), EntityType.PER));
    }

    // When
    String bare =
        SpanEdges.withoutNeighbours(text, spans).stream()
            .map(span -> text.substring(span.start(), span.end()))
            .collect(Collectors.joining("|"));

    // Then
    assertThat(bare).isEqualTo(wanted);
  }
}
