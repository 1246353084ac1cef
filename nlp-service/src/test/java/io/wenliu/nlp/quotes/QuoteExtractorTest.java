package io.wenliu.nlp.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.nlp.names.NameRecognizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteExtractorTest {
  private static final NameRecognizer NAMES = new NameRecognizer();

  private final QuoteExtractor extractor = new QuoteExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "外交部发言人毛宁5日表示，中方愿同各方合作。|毛宁|表示|false|中方愿同各方合作",
        "毛宁指出：“中方愿同各方合作。”|毛宁|指出|true|中方愿同各方合作。",
        "毛宁指出“中方愿同各方合作，共同发展”。|毛宁|指出|true|中方愿同各方合作，共同发展",
        "“我从小就喜欢种地。”李小明说。|李小明|说|true|我从小就喜欢种地。",
        "李小明在南京大学发表演讲时强调，要重视基础研究。|李小明|强调|false|要重视基础研究",
        "李小明是一名教师。谈到家乡，他说：“家乡变化真大。”|李小明|说|true|家乡变化真大。",
        "俄罗斯国防部8日发表声明称，防空系统击落了无人机。|俄罗斯国防部|称|false|防空系统击落了无人机",
        "《坎帕拉宣言》强调，各国应加强合作。|坎帕拉宣言|强调|false|各国应加强合作",
        "李小明在“数字乡村”发布会上表示，要加大投入。|李小明|表示|false|要加大投入",
        "会议指出，要坚持稳中求进。|会议|指出|false|要坚持稳中求进",
        "大家纷纷表示，要发挥自身优势。|大家|表示|false|要发挥自身优势",
        "乌克兰方面称，港口设施受损。|乌克兰|称|false|港口设施受损",
      })
  void speakerVerbAndWordsAreFound(
      String text, String speaker, String cue, boolean direct, String words) {
    List<Quote> quotes = quotes(text);

    assertThat(quotes).hasSize(1);
    assertThat(quotes.getFirst().speaker()).isEqualTo(speaker);
    assertThat(quotes.getFirst().cue()).isEqualTo(cue);
    assertThat(quotes.getFirst().direct()).isEqualTo(direct);
    assertThat(quotes.getFirst().text()).isEqualTo(words);
  }

  @Test
  void reportedSpeechRunsOnUntilTheReporterTakesOver() {
    assertThat(quotes("李小明强调，要重视基础研究。要加大投入。据介绍，会议为期两天。"))
        .extracting(Quote::text)
        .containsExactly("要重视基础研究。要加大投入");
  }

  @Test
  void quotationBrokenByItsAttributionIsTwo() {
    assertThat(quotes("“家乡变化真大，”李小明说，“我想回去看看。”"))
        .extracting(Quote::text)
        .containsExactly("家乡变化真大，", "我想回去看看。");
  }

  @Test
  void adjacentPairsOfMarksAreTwoQuotations() {
    assertThat(quotes("李小明指出：“创新是第一动力”“人才是第一资源”。"))
        .extracting(Quote::text)
        .containsExactly("创新是第一动力", "人才是第一资源");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "李小明提出“藏粮于地”。",
        "数据显示，一季度增长5%。",
        "据新华社报道，会议5日开幕。",
        "记者从财政部获悉，资金已经下达。",
        "他的小说，很受欢迎。",
        "要避免误解，杜绝断章取义与片面解读，把握文化的精髓。",
      })
  void whatNobodySaidIsNoQuotation(String text) {
    assertThat(quotes(text)).isEmpty();
  }

  @Test
  void markThatIsNeverClosedDoesNoHarm() {
    assertThat(quotes("李小明说：“家乡变化真大")).hasSizeLessThan(2);
    assertThat(quotes("“".repeat(100_000))).isEmpty();
    assertThat(quotes("说，".repeat(100_000))).hasSizeLessThan(100_000);
  }

  private List<Quote> quotes(String text) {
    return extractor.extract(text, NAMES.recognize(text));
  }
}
