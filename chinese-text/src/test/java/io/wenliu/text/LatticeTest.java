package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeTest {

  private static final Lexicon LEXICON = Lexicon.load(null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "国务院关于深化制造业与互联网融合发展的指导意见发布。",
        "新质生产力是创新起主导作用的先进生产力，",
        "前三季度全国规模以上工业企业实现利润总额50119.9亿元，",
        "比上年同期增长3.25%，",
        "十五五时期要把三农工作摆在突出位置。",
        "本报北京2月24日电",
        "龘靐齉龗爩麤灪吁",
        "gpt-4o与deepseek-r1在iphone 15上运行，",
        "一九四九年十月一日上午10时",
        "（总台央视记者）今天凌晨，",
        "。",
        "a",
        "他从马上下来，研究生命的起源。"
      })
  void pieceIsSplitAndTaggedAsHanLpWould(String piece) {
    // Given
    List<Token> wanted = new ArrayList<>();
    int offset = 0;
    for (Term term : hanLp().seg(piece.toCharArray())) {
      wanted.add(new Token(term.word, term.nature.toString(), offset));
      offset += term.word.length();
    }
    List<Token> tokens = new ArrayList<>();

    // When
    boolean read = new Lattice(LEXICON.vocabulary()).read(piece, 0, piece.length(), tokens);

    // Then
    assertThat(read).isTrue();
    assertThat(tokens).isEqualTo(wanted);
  }

  @Test
  void pieceWithAPersonsNameIsLeftToHanLp() {
    // Given
    String piece = "记者从王小明处获悉，";
    List<Token> tokens = new ArrayList<>();

    // When
    boolean read = new Lattice(LEXICON.vocabulary()).read(piece, 0, piece.length(), tokens);

    // Then
    assertThat(read).isFalse();
    assertThat(tokens).isEmpty();
  }

  @Test
  void onePieceAfterAnotherIsReadAsIfItWereTheFirst() {
    // Given
    String text = "研究生命的起源是一项长期的科学任务，任务很重。";
    int cut = text.indexOf('，') + 1;
    Lattice lattice = new Lattice(LEXICON.vocabulary());
    lattice.read(text, 0, cut, new ArrayList<>());
    List<Token> alone = new ArrayList<>();
    new Lattice(LEXICON.vocabulary()).read(text, cut, text.length(), alone);
    List<Token> second = new ArrayList<>();

    // When
    lattice.read(text, cut, text.length(), second);

    // Then
    assertThat(second).isEqualTo(alone).extracting(Token::start).contains(cut);
  }

  private static ViterbiSegment hanLp() {
    ViterbiSegment segment = new ViterbiSegment();
    segment
        .enableNameRecognize(true)
        .enableTranslatedNameRecognize(true)
        .enableJapaneseNameRecognize(false)
        .enablePartOfSpeechTagging(true)
        .enableCustomDictionaryForcing(true);
    segment.customDictionary = LEXICON.words();
    return segment;
  }
}
