package io.wenliu.nlp.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Entity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRecognizerTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2024, 11, 13);

  private final ValueRecognizer recognizer = new ValueRecognizer();

  @ParameterizedTest
  @CsvSource({
    "全国算力达1590亿亿次/秒。, 1590亿亿次/秒, 15900000000000000000, 次/s",
    "数据总量41.06 泽字节（ZB）。, 41.06 泽字节（ZB）, 41.06, ZB",
    "进口同比增长40.95%。, 同比增长40.95%, 40.95, %",
    "价格下降3.2个百分点。, 下降3.2个百分点, -3.2, %",
    "占百分之三十五。, 百分之三十五, 35, %",
    "出动2万余名官兵。, 2万余名, 20000, 名",
    "全长三千五百公里。, 三千五百公里, 3500, km",
    "共1580余人参加。, 1580余人, 1580, 人",
  })
  void quantitiesAreNormalised(String text, String span, String value, String unit) {
    assertThat(recognizer.recognize(text, PUBLISHED))
        .extracting(Entity::text, Entity::value, Entity::unit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(span, value, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "营收600.6亿元。, 600.6亿元, 60060000000, CNY",
    "投资12.5万亿元。, 12.5万亿元, 12500000000000, CNY",
    "出口近3000亿美元。, 3000亿美元, 300000000000, USD",
    "票价3元。, 3元, 3, CNY",
  })
  void moneyIsNormalised(String text, String span, String value, String unit) {
    assertThat(recognizer.recognize(text, PUBLISHED))
        .extracting(Entity::text, Entity::value, Entity::unit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(span, value, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "于2024年10月8日4时36分逝世。, 2024-10-08T04:36",
    "会议27日举行。, 2024-10-27",
    "会议11日举行。, 2024-11-11",
    "今天（11月12日）举行。, 2024-11-12",
    "今天下午3时许举行。, 2024-11-13T15:00",
    "1—6月份运行平稳。, 2024-01/2024-06",
    "去年上半年运行平稳。, 2023-01/2023-06",
    "前三季度运行平稳。, 2024-01/2024-09",
    "二〇二四年三月五日开幕。, 2024-03-05",
    "10月份发布。, 2024-10",
    "持续3天。, P3D",
    "上世纪1990年代。, 199",
  })
  void timesBecomeIsoAgainstTheDayOfPublication(String text, String value) {
    assertThat(recognizer.recognize(text, PUBLISHED))
        .extracting(Entity::value)
        .containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({"6月27日开幕。, --06-27", "27日开幕。, ---27"})
  void withoutADayOfPublicationTheYearStaysOpen(String text, String value) {
    assertThat(recognizer.recognize(text, null)).extracting(Entity::value).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({"一个中国原则", "第19次峰会", "二十届三中全会", "五七干校", "2024", "万一"})
  void wordsThatOnlyLookLikeValuesAreLeftAlone(String text) {
    assertThat(recognizer.recognize(text, PUBLISHED)).isEmpty();
  }

  @Test
  void hostileTextTakesBoundedTime() {
    for (String hostile : List.of("9".repeat(500_000), "年".repeat(500_000), "亿".repeat(500_000))) {
      assertThat(entities(hostile)).hasSizeLessThan(500_000);
    }
    assertThat(entities("\uD83D3天\uDE00")).extracting(Entity::value).containsExactly("P3D");
  }

  private List<Entity> entities(@Nullable String text) {
    return recognizer.recognize(text == null ? "" : text, PUBLISHED);
  }
}
