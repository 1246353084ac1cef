package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever asks for English finds Chinese only where it was printed or sent, on every view.
class EnglishPagesIT extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "/, .hit",
    "/?q=人工智能, .hit mark",
    "/?q=“这句话哪里都没有印过”&author=无此人, .state a",
    "article, .text p",
    "page, .page .line.own",
    "reprints, .compare h1",
    "/entities, .roll li",
    "entity, .entity .hit",
    "/quotes?q=人工智能, .quote mark",
    "/trends, .multiples li",
    "/alerts, .connection",
    "/alerts/new?q=人工智能&person=习近平, .forecast a",
    "/live, .connection",
    "/submit, .dropzone",
    "/operations, .equation",
    "journey, .desk table",
    "/nowhere, .state h1",
  })
  void everyViewSpeaksEnglishAndQuotesChinese(String address, String shown) {
    // Given
    Reader reader = reader();
    ChineseLeft left = new ChineseLeft(reader.page());
    String article = Samples.articles().getFirst().getFirst();
    reader.open(
        switch (address) {
          case "article" -> "/articles/" + article;
          case "page" -> "/articles/" + article + "?view=page";
          case "reprints" -> "/articles/" + article + "/reprints";
          case "journey" -> "/submissions/" + article.substring(0, 32);
          case "entity" -> ExplorePagesIT.OFTEN_NAMED;
          default -> address;
        });
    assertThat(reader.find(shown).first()).isVisible();

    // When
    switchToEnglish(reader);

    // Then
    assertThat(reader.find(shown).first()).isVisible();
    assertThat(left.found()).isEmpty();
    if (address.equals("/nowhere")) {
      reader.forgive404();
    }
  }

  @Test
  void helpSpeaksEnglish() {
    // Given
    Reader reader = reader();
    ChineseLeft left = new ChineseLeft(reader.page());
    reader.open("/?q=人工智能");
    assertThat(reader.find(".hit").first()).isVisible();
    switchToEnglish(reader);
    assertThat(reader.find(".hit").first()).isVisible();

    // When
    reader.page().keyboard().press("?");

    // Then
    assertThat(reader.find("dialog.help")).isVisible();
    assertThat(left.found()).isEmpty();
  }

  @Test
  void choiceOfLanguageOutlivesTheVisit() {
    // Given
    Reader reader = reader(390, 844, ColorScheme.DARK);
    reader.open("/quotes");
    assertThat(reader.find(".quote").first()).isVisible();
    switchToEnglish(reader);

    // When
    reader.open("/trends");

    // Then
    assertThat(reader.find(".multiples li").first()).isVisible();
    assertThat(reader.page()).hasTitle("Trends · Wenliu");
    reader.screenshot("trends-english-phone");
  }

  @Test
  void chineseThatIsLeftIsFound() {
    // Given
    Reader reader = reader();
    ChineseLeft left = new ChineseLeft(reader.page());
    reader.open("/quotes");
    assertThat(reader.find(".quote").first()).isVisible();

    // When
    Iterable<String> found = left.found();

    // Then
    assertThat(found).contains("言论", "共 " + count(reader) + " 条", "言论 · 文流");
  }

  private static String count(Reader reader) {
    return reader.find(".figures strong").innerText().replaceAll("[^0-9]", "");
  }

  /// The button of the switch itself is in the language that it leads to.
  static void switchToEnglish(Reader reader) {
    reader.find(".switches button[lang='en']").click();
    assertThat(reader.find("html")).hasAttribute("lang", "en");
  }
}
