package io.wenliu.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRecognizerTest {
  private static final NameRecognizer RECOGNIZER = new NameRecognizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "国务院总理李强5日在北京会见巴西总统卢拉。|ORG 国务院,PER 李强,LOC 北京,LOC 巴西,PER 卢拉",
        "记者从江苏省南京市鼓楼区获悉，灾情已经缓解。|LOC 江苏省南京市鼓楼区",
        "美国《华尔街日报》报道了这一消息。|LOC 美国,ORG 华尔街日报",
        "中方愿同俄方加强合作，推动中俄关系发展。|",
        "工业和信息化部部长李乐成出席。|ORG 工业和信息化部,PER 李乐成",
      })
  void namesAreFoundWithoutTitlesAndMarks(String text, String expected) {
    assertThat(names(text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource({
    "丹麦女队夺冠, 丹麦女队",
    "丹麦国家男子足球队获胜, 丹麦国家男子足球队",
    "丹麦队员受伤, 丹麦",
    "丹麦女足获胜, 丹麦女足",
    "丹麦女士说, 丹麦",
  })
  void placeGrowsIntoTheTeamThatPlaysForIt(String text, String expected) {
    // Given
    SpanRules rules = new SpanRules(Gazetteer.load().trie());

    // When
    Span span = rules.extended(text, new Span(0, 2, EntityType.LOC), text.length());

    // Then
    assertThat(text.substring(span.start(), span.end())).isEqualTo(expected);
  }

  @Test
  void rolesStandWithThePerson() {
    List<Entity> entities = RECOGNIZER.recognize("工业和信息化部部长李乐成、中国科学院院士潘建伟出席会议。");

    assertThat(entities)
        .filteredOn(e -> e.type() == EntityType.PER)
        .extracting(Entity::role)
        .containsExactly("工业和信息化部部长", "中国科学院院士");
  }

  @Test
  void familyNameAloneIsLinkedToTheWholeName() {
    List<Entity> entities = RECOGNIZER.recognize("英国大臣迈克尔·戈夫当天宣布辞职。戈夫表示，将继续工作。");

    assertThat(entities)
        .filteredOn(e -> e.type() == EntityType.PER)
        .extracting(Entity::name)
        .containsOnly("迈克尔·戈夫");
  }

  @Test
  void everyNameOfABodyHasOneCanonicalName() {
    assertThat(RECOGNIZER.recognize("工信部发布通知。"))
        .extracting(Entity::name)
        .containsExactly("工业和信息化部");
  }

  @ParameterizedTest
  @CsvSource({
    "《中华人民共和国数据安全法》, law",
    "《国务院关于加强监管的若干意见》, document",
    "电视剧《上甘岭》, film",
    "专著《数字经济概论》, book",
    "论文《大模型评测方法》, paper",
  })
  void worksHaveAKind(String text, String kind) {
    assertThat(RECOGNIZER.recognize(text))
        .filteredOn(e -> e.type() == EntityType.WORK)
        .extracting(Entity::role)
        .containsExactly(kind);
  }

  @Test
  void offsetsCountCodePoints() {
    Entity beijing = RECOGNIZER.recognize("😀😀他来到北京市。").getFirst();

    assertThat(beijing.text()).isEqualTo("北京市");
    assertThat(beijing.start()).isEqualTo(5);
    assertThat(beijing.end()).isEqualTo(8);
  }

  @Test
  void hostileTextTakesBoundedTime() {
    for (String hostile :
        List.of("中".repeat(200_000), "·".repeat(200_000), "\uD83D".repeat(9), "a b\u0000", "")) {
      assertThat(RECOGNIZER.recognize(hostile)).hasSizeLessThan(200_000);
    }
  }

  private static String names(String text) {
    return RECOGNIZER.recognize(text).stream()
        .filter(e -> e.type() != EntityType.WORK)
        .map(e -> e.type() + " " + e.text())
        .collect(Collectors.joining(","));
  }
}
