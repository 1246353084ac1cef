package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanGrowthTest {
  private final SpanGrowth growth = new SpanGrowth(Gazetteer.load().trie());

  @ParameterizedTest
  @CsvSource({
    "[河北白石山]灌区流量, LOC, LOC 河北白石山灌区",
    "[吉林]松树滑雪场开放, LOC, LOC 吉林松树滑雪场",
    "[河北]要建机场, LOC, LOC 河北",
    "[美国]机场停飞, LOC, LOC 美国",
    "[丹麦]空军战机, LOC, ORG 丹麦空军",
    "[丹麦]议会通过, LOC, ORG 丹麦议会",
    "[丹麦]议会议员说, LOC, LOC 丹麦",
    "[丹麦]议长说, LOC, LOC 丹麦",
    "[山城铁路局]党委委员, ORG, ORG 山城铁路局党委",
    "[山城铁路局]党委书记, ORG, ORG 山城铁路局",
    "[南岛自由党]武装袭击, ORG, ORG 南岛自由党武装",
    "[南岛自由党]武装起义, ORG, ORG 南岛自由党",
    "[王小山]机场, PER, PER 王小山",
    "[远瞻]科技副总裁, LOC, ORG 远瞻科技",
    "[远瞻]科技创新, LOC, LOC 远瞻",
    "[丹麦]科技产品, LOC, LOC 丹麦",
  })
  void nameTakesInWhatBelongsToIt(String marked, EntityType type, String wanted) {
    // Given
    String text = marked.replaceAll("[\\[\\]]", "");
    Span span = new Span(marked.indexOf('['), marked.indexOf(']') - 1, type);

    // When
    Span grown = growth.grown(text, span, text.length());

    // Then
    assertThat(grown.type() + " " + text.substring(grown.start(), grown.end())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "慰问驻[澳门]部队, ORG 驻澳门部队",
    "慰问驻[香港]、[澳门]部队, ORG 驻香港、澳门部队",
    "访问[香港]、[澳门]部队, LOC 香港|LOC 澳门",
    "留驻[香港]和[澳门]部队, LOC 香港|LOC 澳门",
    "常驻[香港], LOC 香港",
  })
  void placesOfAGarrisonAreOneBody(String marked, String wanted) {
    // Given
    List<Span> places = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[') {
        places.add(new Span(text.length(), text.length() + 2, EntityType.LOC));
      } else if (c != ']') {
        text.append(c);
      }
    }

    // When
    String found =
        growth.withGarrisons(text.toString(), places).stream()
            .map(span -> span.type() + " " + text.substring(span.start(), span.end()))
            .collect(Collectors.joining("|"));

    // Then
    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "推进中国式现代化, LOC 中国",
    "建设美丽中国, LOC 中国",
    "发展中国家的声音, ''",
    "山东南部有雨, LOC 山东",
  })
  void countryAndProvinceAreFoundWhereWhatFollowsHidesThem(String text, String wanted) {
    // Given
    SpanRules rules = new SpanRules(Gazetteer.load().trie());

    // When
    String found =
        rules.apply(text, List.of()).stream()
            .map(span -> span.type() + " " + text.substring(span.start(), span.end()))
            .collect(Collectors.joining("|"));

    // Then
    assertThat(found).isEqualTo(wanted);
  }
}
