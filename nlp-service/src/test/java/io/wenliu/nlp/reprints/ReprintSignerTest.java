package io.wenliu.nlp.reprints;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.testkit.SampleDocuments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReprintSignerTest {

  /// Less makes no reprint, as the module's README tells those who search.
  private static final double CONTAINMENT = 0.3;

  private final ReprintSigner signer = new ReprintSigner();

  @Test
  void textInsideALongerOneIsContainedInIt() {
    // Given
    String article = randomText(1, 600);

    // When
    double containment = containment(article, randomText(2, 900) + article + randomText(3, 900));

    // Then
    assertThat(containment).isGreaterThan(0.9);
  }

  @Test
  void typographyAndScriptDoNotCount() {
    // Given
    String article = "國務院發布關於加快數位經濟發展的意見，要求各地因地制宜、統籌推進，把握機遇，防範風險，讓人民羣衆共享發展的成果，不斷開創嶄新的局面。";

    // When
    double containment =
        containment(article, "国务院发布关于加快数位经济发展的意见 要求各地因地制宜统筹推进\n把握机遇“防范风险”让人民群众共享发展的成果不断开创崭新的局面");

    // Then
    assertThat(containment).isEqualTo(1);
  }

  @Test
  void articleWithATenthOfItsCharactersChangedIsStillFound() {
    // Given
    Random random = new Random(5);
    String article = randomText(4, 800);
    StringBuilder edited = new StringBuilder(article);
    for (int i = 0; i < edited.length(); i++) {
      if (random.nextInt(10) == 0) {
        edited.setCharAt(i, (char) ('一' + random.nextInt(3000)));
      }
    }

    // When
    double containment = containment(article, edited.toString());

    // Then
    assertThat(containment).isBetween(0.25, 0.65);
  }

  @Test
  void differentArticlesShareNothing() {
    // When
    double containment = containment(randomText(6, 800), randomText(7, 800));

    // Then
    assertThat(containment).isZero();
  }

  @Test
  void ofTheSeedsOnlyTheTwoPagesWithTheSameArticleShareText() {
    // Given
    List<Set<String>> pages =
        SampleDocuments.SEEDS.stream()
            .map(seed -> Objects.requireNonNull(signer.sign(seed.text())).fingerprints())
            .map(Set::copyOf)
            .toList();
    Map<Set<String>, Double> shared = new HashMap<>();

    // When
    for (int i = 0; i < pages.size(); i++) {
      for (int k = 0; k < i; k++) {
        double both = pages.get(i).stream().filter(pages.get(k)::contains).count();
        int smaller = Math.min(pages.get(i).size(), pages.get(k).size());
        shared.put(
            Set.of(SampleDocuments.SEEDS.get(i).name(), SampleDocuments.SEEDS.get(k).name()),
            both / smaller);
      }
    }

    // Then
    Set<String> reprint =
        Set.of(
            SampleDocuments.HISTORIC_OPPORTUNITY.name(),
            SampleDocuments.REPRINT_AND_GOVERNANCE.name());
    assertThat(shared.remove(reprint)).isGreaterThan(CONTAINMENT);
    assertThat(shared.values()).hasSize(9).allMatch(share -> share < CONTAINMENT / 5);
  }

  @Test
  void shortTextHasNoSignature() {
    // When
    Signature signature = signer.sign("本报讯（记者王某）今天天气很好。");

    // Then
    assertThat(signature).isNull();
  }

  @Test
  void hugeTextHasABoundedSignature() {
    // When
    Signature signature = Objects.requireNonNull(signer.sign(randomText(8, 700_000)));

    // Then
    assertThat(signature.fingerprints()).hasSize(1024).doesNotHaveDuplicates();
  }

  private double containment(String text, String other) {
    return ReprintSigner.containment(
        Objects.requireNonNull(signer.sign(text)), Objects.requireNonNull(signer.sign(other)));
  }

  private static String randomText(long seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(3000)));
    }
    return text.toString();
  }
}
