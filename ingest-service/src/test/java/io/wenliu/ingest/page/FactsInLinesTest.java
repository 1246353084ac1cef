package io.wenliu.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What single lines say: bylines, notes, datelines, captions, folios, numbers.
class FactsInLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "□ 高 文 | 高文",
        "■ 高文 | 高文",
        "◎ 欧阳 修 | 欧阳修",
        "苗圩 | 苗圩",
        "作者：张 霞 | 张霞",
        "文/王晓 | 王晓",
        "新华社记者 程思琪 龚雯 董雪 | 程思琪,龚雯,董雪",
        "本报记者 马 毅 高勇 | 马毅,高勇",
        "本报记者 李明 通讯员 王小红 | 李明,王小红",
        "（记者 李明、王小红） | 李明,王小红",
        "湖北日报全媒体记者 赵一凡 | 赵一凡",
        "卡洛斯·阿尔卡拉斯 | 卡洛斯·阿尔卡拉斯",
        "本报评论员 | 本报评论员"
      })
  void bylinesNameTheirAuthors(String line, String authors) {
    // When
    Byline byline = Byline.read(line);

    // Then
    assertThat(Objects.requireNonNull(byline).authors()).isEqualTo(List.of(authors.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"要闻", "文化", "改革进行时", "记者走进车间，看到机器正在运转", "产业旺 乡村兴", "今年以来", "新华社北京2月23日电"})
  void otherLinesAreNoBylines(String line) {
    assertThat(Byline.read(line)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "（原载2月24日《人民日报》） | 人民日报 | - | --02-24 | -",
        "（文章来源：《人民日报》2025年09月12日第10版） | 人民日报 | 10 | 2025-09-12 | -",
        "(来源：《人民日报》；作者系中国工程院院士、鹏城实验室主任) | 人民日报 | - | - | 中国工程院院士、鹏城实验室主任",
        "(作者单位：中共河源市委党校) | - | - | - | 中共河源市委党校",
        "（《光明日报》4月15日；作者系某大学教授） | 光明日报 | - | --04-15 | 某大学教授",
        "（《科技日报》2024年12月19日第15版） | 科技日报 | 15 | 2024-12-19 | -",
        "来源：新华社 | 新华社 | - | - | -",
        "（据新华社） | 新华社 | - | - | -",
        "原载《求是》2024年第5期 | 求是 | - | - | -"
      })
  void notesGiveSourceDatePageAndAffiliation(
      String note, String source, String page, String date, String affiliation) {
    // When
    SourceNote read = Objects.requireNonNull(SourceNote.read(note));

    // Then
    assertThat(read.source()).isEqualTo(source);
    assertThat(read.page()).isEqualTo(page);
    assertThat(read.date() == null ? null : read.date().toString()).isEqualTo(date);
    assertThat(read.affiliation()).isEqualTo(affiliation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"据《人民日报》报道，昨天下雨", "（完）", "《寻古中国》", "（本报评论部整理）"})
  void otherTextIsNoNote(String text) {
    assertThat(SourceNote.read(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "新华社上海7月10日电 国务院新闻办公室 | 新华社 | 新华社上海7月10日电 | --07-10",
        "本报北京3月1日讯（记者 王辉、李明） 昨天 | 本报 | 本报北京3月1日讯 | --03-01",
        "本报讯 昨天，市里开会 | 本报 | 本报讯 | -",
        "人民日报北京2024年5月4日电 今天 | 人民日报 | 人民日报北京2024年5月4日电 | 2024-05-04"
      })
  void datelinesOpenParagraphs(String paragraph, String agency, String text, String date) {
    // When
    Dateline dateline = Objects.requireNonNull(Dateline.opening(paragraph));

    // Then
    assertThat(dateline.agency()).isEqualTo(agency);
    assertThat(dateline.text()).isEqualTo(text);
    assertThat(dateline.date() == null ? null : dateline.date().toString()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"扎实迈进。（新华社北京2月23日电）", "(新华社上海2月23日电)", "注入活力。(本报 巴黎 10 月 19 日电)"})
  void datelinesCloseParagraphs(String paragraph) {
    assertThat(Dateline.closing(paragraph)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "村民驾驶农机卸粮(无人机照片)。 新华社记者 张涛 摄 | 张涛",
        "图为施工现场。（王小明摄） | 王小明",
        "村民在采茶。张 辉、李明摄（新华社发） | 张辉,李明"
      })
  void captionsEndWithTheirPhotographers(String text, String photographers) {
    assertThat(Captions.ends(text)).isTrue();
    assertThat(Captions.read(text).photographers())
        .isEqualTo(List.of(photographers.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"这部电影由他拍摄", "他拿起相机，开始拍摄。", "全国上下一盘棋，绘就新蓝图"})
  void otherTextIsNoCaption(String text) {
    assertThat(Captions.ends(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3   | 2025.09",
        "权威观点 Authoritative View",
        "第07版 理论",
        "专版 2024.08.06",
        "2024年7月7日 星期一",
        "本版编辑：王一",
        "责编 王一 校对 李二",
        "A03 经济周刊",
        "二〇二四年九月三日 星期二 农历甲辰年八月初一",
        "新闻热线：010-12345678",
        "- 5 -",
        "文化周刊 Culture Weekly"
      })
  void foliosAndRunningHeadsAreFurniture(String line) {
    assertThat(Furniture.reason(line)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "产业旺 乡村兴",
        "改革进行时",
        "2024全国春运今天启动",
        "从0到1的突破",
        "AI大模型应用“百花齐放”",
        "今年1—6月，全国新设企业2万家",
        "谁来种地？",
        "(2025年1月1日)"
      })
  void headlinesAndTextAreNotFurniture(String line) {
    assertThat(Furniture.reason(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "一、持续增强粮食供给, 1",
    "（一）深入推进, 2",
    "(十六)统筹布局, 2",
    "1.第一步, 3",
    "第三章 总则, 1",
    "2024年工作, 0",
    "一件事一次办成, 0",
    "1.5万人, 0"
  })
  void numbersGiveTheLevelOfHeadings(String text, int level) {
    assertThat(Numbering.level(text)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "2025年9月12日, 2025-09-12",
    "2月24日, --02-24",
    "二〇二五年一月一日, 2025-01-01",
    "2024.12.05, 2024-12-05",
    "十二月三十一日, --12-31"
  })
  void datesAreWrittenInIso(String text, String iso) {
    assertThat(String.valueOf(Dates.first(text))).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2月31日", "13月1日", "3.5", "增长2.4个百分点"})
  void whatIsNoDateGivesNone(String text) {
    assertThat(Dates.first(text)).isNull();
  }
}
