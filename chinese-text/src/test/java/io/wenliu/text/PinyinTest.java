package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "习近平, xi jin ping, xjp",
    "银行行长, yin hang hang zhang, yhhz",
    "朝阳区, chao yang qu, cyq",
    "重慶, chong qing, cq",
    "AI大模型, ai da mo xing, admx",
    "C919首飞, c919 shou fei, csf",
    "'', '', ''",
    "“十五五”, shi wu wu, sww",
  })
  void syllablesAndInitialsAreWhatPeopleType(String text, String syllables, String initials) {
    assertThat(Pinyin.of(text)).isEqualTo(syllables);
    assertThat(Pinyin.initials(text)).isEqualTo(initials);
  }
}
