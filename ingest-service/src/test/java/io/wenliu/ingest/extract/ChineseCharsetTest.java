package io.wenliu.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChineseCharsetTest {

  private static final String TRADITIONAL = "港灣圖書館由下月起延長開放時間，平日開放至晚上十時。館長黎志強說，這是應讀者的要求而定。";

  private static Optional<String> decode(byte[] bytes, @Nullable String declared) {
    return ChineseCharset.decode(bytes, declared, Integer.MAX_VALUE);
  }

  static Stream<SampleDocument> encodedPages() {
    List<SampleDocument> documents = new ArrayList<>();
    List<SampleDocument> originals = new ArrayList<>(SampleDocuments.SEEDS);
    originals.add(SampleDocuments.SHORT_PAGE);
    for (SampleDocument original : originals) {
      documents.add(original);
      documents.add(SampleDocuments.inUtf8WithMark(original));
      documents.add(SampleDocuments.inGb18030(original));
      documents.add(SampleDocuments.inUtf16WithMark(original));
      documents.add(SampleDocuments.inUtf16LittleEndian(original));
      documents.add(SampleDocuments.inUtf16BigEndian(original));
    }
    documents.add(SampleDocuments.inGbk(SampleDocuments.SHORT_PAGE));
    documents.add(SampleDocuments.TRADITIONAL_BIG5);
    return documents.stream();
  }

  @ParameterizedTest
  @MethodSource("encodedPages")
  void readsAPageInWhateverItIsEncoded(SampleDocument page) {
    // When
    var text = decode(page.bytes(), null);

    // Then
    assertThat(text.map(read -> read.replace("\r\n", "\n"))).contains(page.text());
  }

  static Stream<String> shortTexts() {
    return Stream.of("中", "新华社北京电", "AI", "a\n\nb\n", "人工智能（AI）引领2025年。", TRADITIONAL);
  }

  @ParameterizedTest
  @MethodSource("shortTexts")
  void shortTextsAreNotTakenForUtf16(String text) {
    // When
    var utf8 = decode(text.getBytes(StandardCharsets.UTF_8), null);

    // Then
    assertThat(utf8).contains(text);
  }

  @Test
  void oneSentenceIsEnoughToTellBig5FromGb18030() {
    // Given
    String simplified = "党的十八大以来，以习近平同志为核心的党中央高度重视我国新一代人工智能发展。";

    // When
    var fromGb = decode(simplified.getBytes(ChineseCharset.GB18030), null);
    var fromBig5 = decode(TRADITIONAL.getBytes(ChineseCharset.BIG5), null);

    // Then
    assertThat(fromGb).contains(simplified);
    assertThat(fromBig5).contains(TRADITIONAL);
  }

  @Test
  void aStatedCharsetCountsOnlyIfTheBytesObeyIt() {
    // Given
    byte[] utf8 = TRADITIONAL.getBytes(StandardCharsets.UTF_8);
    byte[] french = "À la une : déjà vu, été 2025".getBytes(Charset.forName("windows-1252"));

    // When
    var wronglyStated = decode(utf8, "gb2312");
    var rightlyStated = decode(french, "windows-1252");
    var unknown = decode(utf8, "no-such-charset");

    // Then
    assertThat(wronglyStated).contains(TRADITIONAL);
    assertThat(rightlyStated).contains("À la une : déjà vu, été 2025");
    assertThat(unknown).contains(TRADITIONAL);
  }

  @Test
  void aPageCutInTheMiddleOfACharacterIsStillRead() {
    // Given
    byte[] whole = SampleDocuments.inGb18030(SampleDocuments.AI_PLUS_ACTION).bytes();
    byte[] utf8 = SampleDocuments.AI_PLUS_ACTION.text().getBytes(StandardCharsets.UTF_8);

    // When
    var cutGb = decode(Arrays.copyOf(whole, whole.length / 2 + 1), null);
    var cutUtf8 = decode(Arrays.copyOf(utf8, utf8.length / 3 * 3 - 1), null);

    // Then
    String start = SampleDocuments.AI_PLUS_ACTION.text().substring(0, 300);
    assertThat(cutGb.orElseThrow()).startsWith(start);
    assertThat(cutUtf8.orElseThrow()).startsWith(start);
  }

  @Test
  void randomBytesAreNoText() {
    // Given
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);

    // When
    var text = decode(noise, null);

    // Then
    assertThat(text).isEmpty();
  }

  static Stream<byte[]> longTexts() {
    String mixed = "新华社AI𠮷\n".repeat(1_000);
    String traditional = TRADITIONAL.repeat(200);
    return Stream.of(
        mixed.getBytes(StandardCharsets.UTF_8),
        ("\uFEFF" + mixed).getBytes(StandardCharsets.UTF_8),
        mixed.getBytes(ChineseCharset.GB18030),
        (mixed + "\uFFFF").getBytes(ChineseCharset.GB18030),
        ("\uFEFF" + mixed).getBytes(StandardCharsets.UTF_16LE),
        ("\uFEFF" + mixed).getBytes(StandardCharsets.UTF_16BE),
        "plain ASCII in two bytes each\n".repeat(300).getBytes(StandardCharsets.UTF_16LE),
        mixed.replace("𠮷", "").getBytes(StandardCharsets.UTF_16BE),
        traditional.getBytes(ChineseCharset.BIG5));
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void ofALongTextOnlyTheStartIsDecodedAndNeverLessThanIsAllowed(byte[] bytes) {
    // Given
    String whole = decode(bytes, null).orElseThrow();

    for (int most = 95; most < 105; most++) {
      // When
      String start = ChineseCharset.decode(bytes, null, most).orElseThrow();

      // Then
      assertThat(start).hasSizeBetween(most + 1, most + 2);
      assertThat(whole).startsWith(start);
    }
    assertThat(ChineseCharset.decode(bytes, null, whole.length())).contains(whole);
    assertThat(ChineseCharset.decode(bytes, null, whole.length() - 1)).contains(whole);
  }
}
