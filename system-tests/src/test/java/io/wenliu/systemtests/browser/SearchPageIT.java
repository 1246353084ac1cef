package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchPageIT extends BrowserTest {

  @Test
  void frontPageOpensWithTheNewestArticles() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/");

    // Then
    assertThat(reader.find(".hit.lead h2")).isVisible();
    assertThat(reader.find(".hit").nth(1)).isVisible();
    assertThat(reader.find(".dateline")).containsText("年");
    reader.screenshot("front");
  }

  @Test
  void typingSearchesAndMarksTheWords() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/");
    assertThat(reader.find(".hit.lead")).isVisible();

    // When
    page.keyboard().press("/");
    page.keyboard().type("人工智能");

    // Then
    assertThat(reader.find(".hit h2 mark").first()).hasText(Pattern.compile("人工智能|人工|智能"));
    assertThat(reader.find(".extract mark").first()).isVisible();
    assertThat(page.url()).endsWith("?q=%E4%BA%BA%E5%B7%A5%E6%99%BA%E8%83%BD");
    page.locator("#q").blur();
    assertThat(reader.find(".suggestions")).isHidden();
    assertThat(reader.find("#q")).hasValue("人工智能");
    reader.screenshot("search");
  }

  @Test
  void keysInQuickSuccessionAreOneQuestionAskedSoonAfterTheLast() {
    // Given
    Reader reader = reader();
    Page page = reader.page();
    page.clock().install();
    reader.open("/");
    assertThat(reader.find(".hit.lead")).isVisible();
    reader.stopClock();
    List<Request> searches = reader.requests("/api/v1/articles");
    List<Request> suggestions = reader.requests("/api/v1/suggest");
    page.locator("#q").pressSequentially("人工智能");

    // When
    page.clock().runFor(100);

    // Then
    assertThat(reader.find(".hit h2 mark").first()).isVisible();
    assertThat(reader.find(".suggestions li").first()).isVisible();
    assertThat(searches).hasSize(1);
    assertThat(suggestions).hasSize(1);
  }

  @Test
  void halfTypedConditionLeavesTheResultsUntilEnterAsksForIt() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/?q=人工智能");
    assertThat(reader.find(".hit").first()).isVisible();
    page.locator("#q").focus();
    page.keyboard().press("End");

    // When
    page.keyboard().type(" 日期:2025-0");

    // Then
    assertThat(reader.find(".status .figures")).hasText(Pattern.compile(".*2025-0.*"));
    assertThat(reader.find(".search.loading")).hasCount(0);
    assertThat(reader.find(".hit").first()).isVisible();
    assertThat(reader.find(".trouble")).hasCount(0);
    reader.screenshot("search-half-typed");
    page.keyboard().press("Enter");
    assertThat(reader.find(".trouble")).containsText("2025-0");
    page.keyboard().type("2");
    assertThat(reader.find(".hit").first()).isVisible();
    reader.complaints().removeIf(complaint -> complaint.contains("status of 400"));
  }

  @Test
  void headCountsStoriesToldSeveralTimesAndTakingAwaySaysWhatItGoesBy() {
    // Given
    Reader reader = reader();
    reader.answer(
        "/api/v1/articles",
        () ->
            """
            {"total": 10, "stories": 7, "tookMillis": 12, "mode": "hybrid", "notice": null, "hits": [],
             "facets": {}, "histogram": [], "cursor": null, "didYouMean": "作者:高文 人工智能"}
            """);

    // When
    reader.open("/?q=作者:高文 ren");

    // Then
    assertThat(reader.find(".figures strong")).hasText("共 10 篇，7 组");
    assertThat(reader.find(".take small")).containsText("按字词");
    assertThat(reader.find(".notice")).hasText("您要找的是不是：作者:高文 人工智能");
    reader.screenshot("search-head");
    EnglishPagesIT.switchToEnglish(reader);
    assertThat(reader.find(".figures strong")).hasText("10 articles, 7 stories");
    assertThat(reader.find(".take small")).containsText("by words");
    reader.find(".notice a").click();
    assertThat(reader.find("#q")).hasValue("作者:高文 人工智能");
  }

  @Test
  void whatIsTypedIsCompletedToHeadlinesAndNames() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/submit");

    // When
    page.locator("#q").pressSequentially("牢牢掌握");

    // Then
    assertThat(reader.find(".suggestions li").first()).containsText("牢牢掌握人工智能");
    reader.screenshot("suggest");
    page.keyboard().press("ArrowDown");
    assertThat(reader.find(".suggestions li[aria-selected='true']")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(reader.find(".suggestions")).isHidden();
    assertThat(reader.find("#q")).hasValue("牢牢掌握");
  }

  @Test
  void filterNarrowsStandsInTheAddressAndGoesAwayWithTheBackButton() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/?q=人工智能");
    Locator total = reader.find(".figures strong");
    assertThat(total).isVisible();
    assertThat(reader.find(".search.loading")).hasCount(0);
    String before = total.innerText();

    // When
    reader.find(".facets a", "蔡翠红").click();

    // Then
    assertThat(reader.find(".chip")).containsText("蔡翠红");
    assertThat(total).not().hasText(before);
    assertThat(reader.find(".hit h2").first()).containsText("国际治理");
    assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8)).contains("author=蔡翠红");
    page.goBack();
    assertThat(reader.find(".chip")).hasCount(0);
    assertThat(total).hasText(before);
  }

  @Test
  void addressSentToColleagueShowsTheSame() {
    // Given
    Reader sender = reader();
    Reader colleague = reader();
    Page page = sender.open("/?q=人工智能");
    sender.find(".sort a", "最新").click();
    assertThat(sender.find(".sort a[aria-current]")).hasText("最新");
    sender.find(".facets a", "人民日报").click();
    assertThat(sender.find(".chip")).isVisible();
    assertThat(sender.find(".search.loading")).hasCount(0);

    // When
    colleague.open(page.url());

    // Then
    assertThat(colleague.find(".hit h2").first())
        .hasText(sender.find(".hit h2").first().innerText());
    assertThat(colleague.find(".figures strong"))
        .hasText(sender.find(".figures strong").innerText());
    assertThat(colleague.find(".sort a[aria-current]")).hasText("最新");
  }

  @Test
  void handsOnTheKeyboardFindOpenAndComeBack() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/?q=人工智能");
    assertThat(reader.find(".hit").first()).isVisible();

    // When
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("e");
    String headline = reader.find(".hit.current h2").innerText();

    // Then
    assertThat(reader.find(".hit.current .explain p")).isVisible();
    page.keyboard().press("k");
    assertThat(reader.find(".hit").first()).hasClass(Pattern.compile("current"));
    page.keyboard().press("j");
    page.keyboard().press("o");
    assertThat(reader.find(".column h1")).hasText(headline);
    page.goBack();
    assertThat(reader.find(".hit").first()).isVisible();
    page.keyboard().press("?");
    assertThat(reader.find("dialog.help")).containsText("下一条");
    page.keyboard().press("Escape");
    assertThat(reader.find("dialog.help")).hasCount(0);
  }

  @Test
  void searchWithoutResultsSaysWhatToTry() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/?q=“这句话哪里都没有印过”&author=无此人");

    // Then
    assertThat(reader.find(".state")).containsText("没有找到");
    assertThat(reader.find(".state a").first()).hasText("去掉筛选条件");
  }

  @Test
  void lostConnectionSaysSoAndRetryMendsIt() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/");
    assertThat(reader.find(".hit.lead")).isVisible();
    reader.context().setOffline(true);
    page.locator("#q").fill("农村");
    assertThat(reader.find(".trouble")).containsText("连不上网关");
    reader.screenshot("offline");
    reader.complaints().clear();

    // When
    reader.context().setOffline(false);
    reader.find(".trouble button").click();

    // Then
    assertThat(reader.find(".hit h2").first()).isVisible();
    assertThat(reader.find(".trouble")).hasCount(0);
  }

  @Test
  void pageSpeaksEnglishToo() {
    // Given
    Reader reader = reader();
    reader.open("/?q=人工智能");
    assertThat(reader.find(".figures")).containsText("共");

    // When
    EnglishPagesIT.switchToEnglish(reader);

    // Then
    assertThat(reader.find(".figures")).containsText("articles");
    reader.screenshot("search-english");
  }

  @Test
  void phoneShowsTheSameWithoutScrollingSideways() {
    // Given
    Reader reader = reader(390, 844, ColorScheme.LIGHT);

    // When
    Page page = reader.open("/?q=人工智能");

    // Then
    assertThat(reader.find(".hit").first()).isVisible();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    reader.screenshot("search-phone");
  }
}
