package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.wenliu.testkit.Names;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertPagesIT extends BrowserTest {

  private static final Pattern ITS_PAGE = Pattern.compile("/alerts/(?!new)[^/?]+$");

  @Test
  void alertIsMadeOfSearchAndNoticesTheNextArticle() {
    // Given
    String word = unheardOf();
    Reader reader = reader();
    List<Request> searches = reader.requests("/api/v1/articles");
    Page page = reader.open("/?q=" + word);
    reader.find(".figures .watch").click();
    assertThat(reader.find("#alert-words")).hasValue(word);
    assertThat(reader.find(".forecast")).hasText(Pattern.compile("近 30 天.* 0 篇.* 0 篇.*"));
    assertThat(reader.find(".forecast a"))
        .hasAttribute("href", Pattern.compile("q=" + word + "&sort=newest$"));
    assertThat(searches)
        .filteredOn(search -> search.url().contains("size=1&"))
        .hasSize(2)
        .allSatisfy(search ->
            assertThat(search.url()).contains("evidence=words%2Ccharacters", "sort=newest"));
    page.locator("#alert-name").fill("留意" + word);
    reader.screenshot("alert-new");
    reader.find(".alert .primary").click();
    assertThat(page).hasURL(ITS_PAGE);
    assertThat(reader.find(".connection")).containsText("已连接");

    // When
    door()
        .awaitSearchable(
            door()
                .submit(
                    Envelope.ofArticle(
                        word,
                        word + "<img src=x onerror=\"alert(1)\">",
                        "村里的代号为 " + word + " 的夜校今天开课。")));

    // Then
    assertThat(reader.find(".matches li")).containsText(word + "<img src=x");
    assertThat(page.locator("main img")).hasCount(0);
    reader.screenshot("alert");
    page.reload();
    assertThat(reader.find(".matches li")).hasCount(1);
    reader.find(".matches a").click();
    assertThat(reader.find(".column h1")).containsText(word);
  }

  @Test
  void alertCatchesUpWithWhatWasFoundWhileNothingWasTold() {
    // Given
    Reader reader = reader();
    List<Route> connections = reader.hold("/api/v1/alerts/stream");
    AtomicInteger found = new AtomicInteger(1);
    reader.answer("/api/v1/alerts/a", () -> alert(found.get()));
    reader.answer("/api/v1/alerts/a/matches", () -> matches(found.get()));
    reader.open("/alerts/a");
    reader.answerNext(connections, ": wenliu\n\n");
    assertThat(reader.find(".matches li")).hasCount(1);
    assertThat(reader.find(".connection")).containsText("连接中断");

    // When
    found.set(3);
    reader.answerNext(connections, "id: 0-3\n\n");

    // Then
    assertThat(reader.find(".matches li a")).hasText(new String[] {"第 3 篇", "第 2 篇", "第 1 篇"});
    found.set(4);
    reader.answerNext(
        connections, "event: gap\ndata: {}\n\nevent: match\nid: 0-5\ndata: " + match(5) + "\n\n");
    assertThat(reader.find(".matches li a"))
        .hasText(new String[] {"第 5 篇", "第 4 篇", "第 3 篇", "第 2 篇", "第 1 篇"});
  }

  @Test
  void alertsAreCountedAnewAfterALossAndNothingTwice() {
    // Given
    Reader reader = reader();
    List<Route> connections = reader.hold("/api/v1/alerts/stream");
    AtomicInteger found = new AtomicInteger(1);
    reader.answer("/api/v1/alerts", () -> "{\"alerts\": [" + alert(found.get()) + "]}");
    reader.open("/alerts");
    assertThat(reader.find(".watches li")).containsText("1 篇符合");
    reader.answerNext(connections, ": wenliu\n\n");
    assertThat(reader.find(".connection")).containsText("连接中断");

    // When
    found.set(3);
    reader.answerNext(connections, ": wenliu\n\n");

    // Then
    assertThat(reader.find(".watches li")).containsText("3 篇符合");
    String told =
        IntStream.of(3, 4, 4)
            .mapToObj(n -> "event: match\ndata: " + match(n) + "\n\n")
            .collect(Collectors.joining());
    found.set(4);
    reader.answerNext(connections, told);
    assertThat(reader.find(".matches li")).hasCount(2);
    assertThat(reader.find(".watches li")).containsText("4 篇符合");
  }

  @Test
  void alertIsListedChangedAndDeleted() {
    // Given
    String word = unheardOf();
    Reader reader = reader();
    Page page = reader.open("/alerts/new?q=" + word + "&person=习近平");
    assertThat(reader.find(".alert .chip")).containsText("习近平");
    reader.find(".alert .primary").click();
    assertThat(page).hasURL(ITS_PAGE);

    // When
    page.locator("#alert-name").fill("改名" + word);
    page.locator(".alert .chip").click();
    reader.find(".alert .primary").click();

    // Then
    assertThat(reader.find(".told")).hasText("已保存");
    assertThat(reader.find("h1")).hasText("改名" + word);
    reader.find(".kicker a").click();
    assertThat(reader.find(".watches li", word)).containsText("尚无符合");
    assertThat(reader.find(".watches li", word)).not().containsText("习近平");
    reader.screenshot("alerts");
    reader.find(".watches a", word).click();
    reader.find(".actions button", "删除").click();
    reader.find(".actions button", "再按一次").click();
    assertThat(page).hasURL(Pattern.compile("/alerts$"));
    assertThat(page.locator(".watches li", hasText(word))).hasCount(0);
  }

  @Test
  void webhookThatMayNotBeCalledIsRefusedWithTheReason() {
    // Given
    Reader reader = reader();
    Page page = reader.open("/alerts/new?q=" + unheardOf());

    // When
    page.locator("#alert-url").fill("http://127.0.0.1:9/");
    reader.find(".pair button").click();
    reader.find(".alert .primary").click();

    // Then
    assertThat(reader.find(".told strong")).not().isEmpty();
    assertThat(page).hasURL(Pattern.compile("/alerts/new\\?"));
    reader.complaints().removeIf(complaint -> complaint.contains("status of 400"));
  }

  @Test
  void unknownAlertIsCalledUnknown() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/alerts/00000000000000000000000000000000");

    // Then
    assertThat(reader.find(".trouble h2")).isVisible();
    reader.forgive404();
  }

  private static String alert(int matches) {
    return """
    {"id": "a", "name": "留意", "query": {"q": "留意"}, "webhook": null,
     "createdAt": "2026-02-24T01:00:00Z", "matches": %d, "lastMatchAt": "%s"}
    """
        .formatted(matches, foundAt(matches));
  }

  /// The newest first.
  private static String matches(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> match(count + 1 - i))
        .collect(Collectors.joining(",", "{\"matches\": [", "], \"cursor\": null}"));
  }

  private static String match(int n) {
    return "{\"id\": \"m%d\", \"alertId\": \"a\", \"articleId\": \"x%d\", \"headline\": \"第 %d 篇\", \"matchedAt\": \"%s\"}"
        .formatted(n, n, n, foundAt(n));
  }

  private static String foundAt(int n) {
    return "2026-02-24T01:%02d:00Z".formatted(n);
  }

  /// A word that no other article has.
  private static String unheardOf() {
    return "w" + Names.unique("x").replace("-", "");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
