package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.wenliu.testkit.Names;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorePagesIT extends BrowserTest {

  /// Somebody whom most of the sample pages name and quote.
  static final String OFTEN_NAMED = "/entities/per-5Lmg6L-R5bmz";

  @Test
  void namesOfOneTypeAreListedWithThoseInMostArticlesFirst() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/entities");
    assertThat(reader.find(".roll li").first()).containsText("习近平");
    reader.screenshot("entities");

    // When
    reader.find(".choices a", "机构").click();

    // Then
    assertThat(reader.find(".choices a[aria-current]")).hasText("机构");
    assertThat(reader.find(".roll .name.org").first()).isVisible();
    assertThat(reader.find(".roll .name:not(.org)")).hasCount(0);
    assertThat(page.url()).endsWith("/entities?type=ORG");
  }

  @Test
  void pageOfNameTellsWhenWhatWithWhomAndWhere() {
    // Given
    Reader reader = reader();

    // When
    reader.open(OFTEN_NAMED);

    // Then
    assertThat(reader.find(".entity h1")).hasText("习近平");
    assertThat(reader.find(".entity .histogram .bar").first()).isVisible();
    assertThat(reader.find(".entity .quote.own").first()).isVisible();
    assertThat(reader.find(".entity .hit").first()).isVisible();
    assertThat(reader.find(".entity .facets")).containsText("总书记");
    assertThat(reader.find(".chart.graph[data-drawn] canvas")).isVisible();
    reader.screenshot("entity");
    String other = reader.find(".related a").first().getAttribute("title");
    reader.find(".related a").first().click();
    assertThat(reader.find(".entity h1")).hasText(other);
    reader.find(".more a", "检索全部").click();
    assertThat(reader.find(".chip")).containsText(other);
    assertThat(reader.find(".hit").first()).isVisible();
  }

  @Test
  void barOfNamesHistogramNarrowsItsPageAndStandsInTheAddress() {
    // Given
    Reader reader = reader();
    Page page = reader.open(OFTEN_NAMED);
    assertThat(reader.find(".entity .histogram")).isVisible();

    // When
    page.locator(".entity .histogram a:not(.none)").last().click();

    // Then
    assertThat(reader.find(".entity .notice")).containsText("只看这一段");
    assertThat(page.url()).contains("from=").contains("to=");
    page.goBack();
    assertThat(reader.find(".entity .notice")).hasCount(0);
    assertThat(reader.find(".entity .hit").first()).isVisible();
  }

  @Test
  void unknownNameIsCalledUnknown() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/entities/per-5peg5q2k5Lq65rCP");

    // Then
    assertThat(reader.find(".trouble h2")).isVisible();
    reader.forgive404();
  }

  @Test
  void quotesAreFoundByWordsAndNarrowedToSpeaker() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/quotes");
    assertThat(reader.find(".quote").first()).isVisible();

    // When
    page.locator(".asking input[name='q']").fill("人工智能");
    page.keyboard().press("Enter");

    // Then
    assertThat(reader.find(".quote mark").first()).hasText(Pattern.compile("人工智能|人工|智能"));
    reader.screenshot("quotes");
    reader.find(".facets a", "刘华").click();
    assertThat(reader.find(".facets a[aria-current]")).containsText("刘华");
    assertThat(reader.page().locator(".quote .who", hasNotText("刘华"))).hasCount(0);
    assertThat(reader.find(".quote").first()).isVisible();
    assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8))
        .contains("q=人工智能")
        .contains("speaker=刘华");
  }

  @Test
  void keyboardOpensTheArticleOfQuote() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/quotes?q=人工智能");
    String headline = reader.find(".quote .byline a").first().innerText();

    // When
    page.keyboard().press("j");
    page.keyboard().press("o");

    // Then
    assertThat(reader.find(".column h1")).containsText(headline.substring(0, 4));
  }

  @Test
  void risingTermsAreDrawnAndLeadOn() {
    // Given
    Reader reader = reader();
    reader.open("/trends?interval=month");
    assertThat(reader.find(".multiples .spark .bar.last").first()).isVisible();
    assertThat(reader.find(".chart.lines[data-drawn] canvas")).isVisible();
    reader.screenshot("trends");

    // When
    reader.find(".choices a", "关键词").click();

    // Then
    assertThat(reader.find(".choices a[aria-current]").first()).hasText("关键词");
    assertThat(reader.page().locator(".multiples li > small", hasNotText("关键词"))).hasCount(0);
    reader.find(".multiples li > a").first().click();
    assertThat(reader.find(".hit").first()).isVisible();
  }

  @Test
  void relatedNamesAndFacetsLeadToPagesOfNames() {
    // Given
    Reader reader = reader(1640, 1000, ColorScheme.LIGHT);
    reader.open("/?q=人工智能");
    String name = reader.find(".related li a").first().innerText();

    // When
    reader.find(".facets .about").first().click();

    // Then
    assertThat(reader.find(".entity h1")).isVisible();
    reader.page().goBack();
    reader.find(".related li a").first().click();
    assertThat(reader.find(".entity h1")).hasText(name);
  }

  @Test
  void resultsAreTakenAwayAsTableForExcel() throws IOException {
    // Given
    Reader reader = reader();
    Page page = reader.open("/?q=国际治理&author=蔡翠红");
    assertThat(reader.find(".take a").first()).isVisible();

    // When
    Download download = page.waitForDownload(() -> reader.find(".take a", "CSV").click());

    // Then
    assertThat(download.suggestedFilename()).endsWith(".csv");
    assertThat(Files.readString(download.path()))
        .startsWith("\uFEFF")
        .contains("国际治理")
        .contains("蔡翠红");
  }

  @Test
  void feedOfSearchIsOfferedToFeedReaders() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/?q=国际治理");

    // When
    String feed = reader.find(".take a[type='application/atom+xml']").getAttribute("href");

    // Then
    assertThat(page.request().get(feed).text()).contains("<feed").contains("国际治理");
  }

  @Test
  void hostileQuoteStaysText() {
    // Given
    String marker = Names.unique("敌意");
    String saying =
        marker + "<img src=x onerror=\"alert(1)\"></blockquote><script>alert(2)</script>今年收成很好。";
    door()
        .awaitSearchable(
            door()
                .submit(
                    Envelope.ofArticle(
                        marker,
                        Map.of(
                            "headline",
                            marker + "<b>秋收</b>",
                            "newspaper",
                            "<i>某报</i>",
                            "paragraphs",
                            List.of("村支书王建国说：“" + saying + "”")))));
    Reader reader = reader();

    // When
    Page page = reader.open("/quotes?q=" + marker);

    // Then
    assertThat(reader.find(".quote blockquote").first()).containsText("<script>alert(2)</script>");
    assertThat(reader.find(".quote .byline").first()).containsText("<b>秋收</b>");
    assertThat(page.locator("main img, main script, main b, main i:not([aria-label])")).hasCount(0);
    reader.screenshot("hostile-quote");
  }

  @ParameterizedTest
  @CsvSource({
    "/entities, .roll li, entities",
    "/entities/per-5Lmg6L-R5bmz, .entity .hit, entity",
    "/quotes, .quote, quotes",
    "/trends, .multiples li, trends",
    "/alerts/new?q=人工智能&person=习近平, .forecast a, alert-new",
  })
  void everyPageFitsThePhoneInTheDark(String address, String shown, String name) {
    // Given
    Reader reader = reader(390, 844, ColorScheme.DARK);

    // When
    Page page = reader.open(address);

    // Then
    assertThat(reader.find(shown).first()).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    reader.screenshot(name + "-phone");
  }

  private static Page.LocatorOptions hasNotText(String text) {
    return new Page.LocatorOptions().setHasNotText(text);
  }
}
