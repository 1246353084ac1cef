package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.SampleDocument;
import io.wenliu.testkit.SampleDocuments;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskPagesIT extends BrowserTest {

  private static final String COUNT_ABORT_LISTENERS =
      """
      window.abortListeners = 0;
      AbortSignal.prototype.addEventListener = function (...listener) {
        window.abortListeners++;
        EventTarget.prototype.addEventListener.apply(this, listener);
      };
      """;

  @Test
  void articleAppearsLiveWithItsSecondsFromPushToSearchable() {
    // Given
    Reader reader = reader();
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    String headline = Names.unique("现场来稿");

    // When
    door()
        .awaitSearchable(
            door().submit(Envelope.ofArticle(headline, headline, "村里的夜校今天开课，三十多位村民来听如何管护果树。")));

    // Then
    Locator row = reader.find(".arrivals li", headline);
    assertThat(row).isVisible();
    assertThat(row.locator(".wait")).hasText(Pattern.compile("\\d.*秒"));
    reader.screenshot("live");
  }

  @Test
  void pausedLiveListHoldsArticlesBackAndShowsThemAllOnResume() {
    // Given
    Reader reader = reader();
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    String headline = Names.unique("暂停来稿");
    reader.find(".tools button").click();

    // When
    door()
        .awaitSearchable(
            door().submit(Envelope.ofArticle(headline, headline, "村里的夜校今天开课，三十多位村民来听如何管护果树。")));

    // Then
    assertThat(reader.find(".connection strong")).containsText("新到");
    assertThat(reader.page().locator(".arrivals li", hasText(headline))).hasCount(0);
    reader.find(".tools button").click();
    assertThat(reader.find(".arrivals li", headline)).isVisible();
  }

  @Test
  void pausedLiveListHoldsNoMoreThanItShowsAndCountsAll() {
    // Given
    Reader reader = reader();
    List<Route> connections = reader.hold("/api/v1/live");
    reader.open("/live");
    reader.find(".tools button").click();

    // When
    reader.answerNext(connections, articles(310) + "id: 0-zz\n\n");

    // Then
    assertThat(reader.find(".connection strong")).hasText("暂停中，新到 310 篇");
    reader.find(".tools button").click();
    assertThat(reader.find(".arrivals li")).hasCount(300);
    assertThat(reader.find(".arrivals li").first()).containsText("第 310 篇");
    assertThat(reader.find(".figures")).hasText(Pattern.compile("本页已到 300 篇.*2\\.00 秒"));
    reader.page().waitForCondition(() -> !connections.isEmpty());
    assertThat(connections.getFirst().request().headerValue("last-event-id")).isEqualTo("0-zz");
  }

  @Test
  void liveListSaysOnceWhereArticlesAreMissing() {
    // Given
    Reader reader = reader();
    List<Route> connections = reader.hold("/api/v1/live");
    reader.open("/live");
    reader.answerNext(connections, articles(2));
    assertThat(reader.find(".connection")).containsText("连接中断");

    // When
    reader.answerNext(connections, "event: gap\ndata: {}\n\n");
    reader.answerNext(connections, "event: gap\ndata: {}\n\n" + articles(1));

    // Then
    assertThat(reader.find(".arrivals li")).hasCount(4);
    assertThat(reader.find(".arrivals li").nth(1)).containsText("连接中断期间的部分文章未列出");
    assertThat(reader.find(".arrivals .gap a")).hasAttribute("href", "/?sort=newest");
    reader.screenshot("live-gap");
    EnglishPagesIT.switchToEnglish(reader);
    assertThat(reader.find(".arrivals .gap")).containsText("not listed");
  }

  @Test
  void deadConnectionIsNoticedAndMadeAnewAsSoonAsTheNetworkIsBack() {
    // Given
    Reader reader = reader();
    Page page = reader.page();
    page.clock().install();
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    reader.stopClock();

    // When
    page.clock().fastForward(41_000);

    // Then
    assertThat(reader.find(".connection")).containsText("连接中断");
    page.evaluate("window.dispatchEvent(new Event('online'))");
    assertThat(reader.find(".connection")).containsText("已连接");
  }

  @Test
  void tabThatIsLongOutOfSightHangsUpAndMissesNothing() {
    // Given
    Reader reader = reader();
    Page page = reader.page();
    page.clock().install();
    List<Request> connections = reader.requests("/api/v1/live");
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    String before = Names.unique("看着");
    submit(before);
    assertThat(reader.find(".arrivals li", before)).isVisible();
    reader.stopClock();
    reader.lookAway();
    page.clock().fastForward(61_000);
    assertThat(reader.find(".connection")).containsText("正在连接");
    String meanwhile = Names.unique("走开");
    submit(meanwhile);
    assertThat(page.locator(".arrivals li", hasText(meanwhile))).hasCount(0);
    assertThat(connections).hasSize(1);

    // When
    reader.lookAgain();

    // Then
    assertThat(reader.find(".arrivals li", meanwhile)).isVisible();
    assertThat(reader.find(".connection")).containsText("已连接");
    assertThat(reader.find(".arrivals .gap")).hasCount(0);
  }

  @Test
  void chosenFileIsFollowedToItsArticles() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/submit");
    SampleDocument file = SampleDocuments.SHORT_PAGE;

    // When
    page.locator("#source").fill(Names.unique("desk"));
    page.locator("#files")
        .setInputFiles(new FilePayload(file.name(), file.contentType(), file.bytes()));

    // Then
    assertThat(reader.find(".uploads li .state-text")).hasText(Pattern.compile("1 篇可检索.*秒"));
    reader.screenshot("submit");
    reader.find(".uploads .links a").click();
    assertThat(reader.find(".badge").first()).hasText("可检索");
    assertThat(reader.find(".desk table")).containsText(SampleDocuments.SHORT_HEADLINE);
    assertThat(reader.find(".stages li.done").nth(3)).isVisible();
    reader.screenshot("journey");
    reader.find(".desk table a").click();
    assertThat(reader.find(".column h1")).hasText(SampleDocuments.SHORT_HEADLINE);
    reader.forgive404();
  }

  @Test
  void unknownDocumentIsWaitedForAndNotInvented() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/submissions/00000000000000000000000000000000");

    // Then
    assertThat(reader.find(".state")).containsText("还没有这份文档的消息");
    reader.page().close();
    reader.forgive404();
  }

  @Test
  void ledgerBalancesAndLeadsToJourneys() {
    // Given
    Reader reader = reader();
    String article = Samples.articles().getFirst().getFirst();

    // When
    reader.open("/operations");

    // Then
    assertThat(reader.find(".equation").first()).containsText("=");
    assertThat(reader.find(".equation").nth(1).locator(".term.searchable strong"))
        .hasText(Pattern.compile("[1-9].*"));
    reader.screenshot("operations");
    reader.find("#document").fill(article);
    reader.page().keyboard().press("Enter");
    assertThat(reader.find(".desk table")).containsText("农村改革");
  }

  @Test
  void ledgerIsAskedForByOneClockThatStandsStillWhileNobodyLooks() {
    // Given: a window that is too small for the page
    Reader reader = reader(1360, 400, ColorScheme.LIGHT);
    Page page = reader.page();
    page.clock().install();
    page.addInitScript(COUNT_ABORT_LISTENERS);
    List<Request> asked = reader.requests("/api/v1/ledger");
    reader.open("/operations");
    assertThat(reader.find(".letters p").first()).isVisible();
    page.evaluate("window.scrollTo(0, 120)");
    Object listeners = page.evaluate("window.abortListeners");
    page.waitForRequest("**/api/v1/ledger", () -> page.clock().runFor(2_000));
    reader.lookAway();
    int before = asked.size();
    page.clock().runFor(60_000);

    // When
    page.waitForRequest("**/api/v1/ledger", reader::lookAgain);

    // Then
    assertThat(asked).hasSize(before + 1);
    assertThat(page.evaluate("window.abortListeners")).isEqualTo(listeners);
    assertThat(page.evaluate("window.scrollY")).isEqualTo(120);
  }

  @Test
  void ledgerThatDoesNotBalanceSaysSoAndByHowMuch() {
    // Given
    Reader reader = reader();
    String line =
        "{\"accepted\":%d,\"searchable\":7,\"superseded\":2,\"rejected\":0,\"withdrawn\":1,\"inFlight\":0}";
    String ledger =
        "{\"documents\":" + line.formatted(13) + ",\"articles\":" + line.formatted(9) + "}";
    reader
        .page()
        .route(
            "**/api/v1/ledger",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("application/json").setBody(ledger)));

    // When
    reader.open("/operations");

    // Then
    assertThat(reader.find(".equation").first()).containsText("≠");
    assertThat(reader.find(".notice").first()).containsText("收下的比各状态之和多 3");
    assertThat(reader.find(".notice").nth(1)).containsText("各状态之和比收下的多 1");
  }

  @Test
  void deadLettersAreShownByReasonLookedIntoAndReplayed() {
    // Given: a page without an article
    Reader reader = reader();
    String source = Names.unique("letters");
    door()
        .submit(
            "{\"source\":\""
                + source
                + "\",\"content\":{\"kind\":\"pages\",\"pages\":[{\"text\":\" \"}]}}");

    // When
    reader.open("/operations");

    // Then
    Locator letter = reader.find(".letter-list > li", source);
    assertThat(letter).containsText("收稿");
    assertThat(reader.find(".letter-reasons li").first()).isVisible();
    letter.locator("button[aria-expanded]").click();
    assertThat(letter.locator("pre")).isVisible();
    reader.screenshot("dead-letters");
    String first = letter.getAttribute("data-letter");
    letter.locator("button", new Locator.LocatorOptions().setHasText("重放")).click();
    assertThat(reader.page().locator("[data-letter='" + first + "']")).hasCount(0);
    reader.page().mouse().move(0, 0);
    assertThat(reader.find(".letter-list > li", source)).containsText("第 2 次");
  }

  private static void submit(String headline) {
    door()
        .awaitSearchable(
            door().submit(Envelope.ofArticle(headline, headline, "村里的夜校今天开课，三十多位村民来听如何管护果树。")));
  }

  /// Events of so many articles, each searchable two seconds after its push.
  private static String articles(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            """
            event: article
            id: 0-%d
            data: {"id": "a%d", "headline": "第 %d 篇", "receivedAt": "2026-02-24T01:00:00Z", "searchableAt": "2026-02-24T01:00:02Z"}

            """
                .formatted(i, i, i))
        .collect(Collectors.joining());
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
