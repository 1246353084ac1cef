package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.wenliu.systemtests.KeyedGateway;
import io.wenliu.testkit.Names;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The dashboard of a gateway that asks for keys.
class SignInIT extends BrowserTest {

  private static KeyedGateway gateway;

  @BeforeAll
  static void start() {
    gateway = KeyedGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void readerSignsInGoesOnWhereTheyWantedToAndSeesWhatTheyMayDo() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    Page page = reader.open("/?q=人工智能");
    assertThat(reader.find(".signin h1")).hasText("登录");
    assertThat(reader.find(".masthead nav a")).hasCount(0);
    reader.screenshot("sign-in");

    // When
    signIn(reader, KeyedGateway.READER);

    // Then
    assertThat(reader.find(".hit mark").first()).isVisible();
    assertThat(page).hasURL(Pattern.compile("/\\?q="));
    assertThat(reader.find(".masthead nav a", "运维")).isVisible();
    assertThat(page.locator(".masthead nav a[href='/submit']")).hasCount(0);
    reader.screenshot("signed-in");
    reader.open("/operations");
    assertThat(reader.find(".equation").first()).containsText("=");
    assertThat(reader.find(".desk .hint", "city-desk")).containsText("operator");
    assertThat(page.locator(".letters")).hasCount(0);
    reader.open("/submit");
    assertThat(reader.find(".state h1")).hasText("这个密钥不能投稿");
    reader.open("/alerts/new?q=人工智能");
    assertThat(reader.find(".forecast a")).isVisible();
    assertThat(page.locator("#alert-url")).hasCount(0);
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    noteNoComplaints(reader);
  }

  @Test
  void keyStaysOutOfTheBrowserAndSignOutEndsTheSession() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    Page page = reader.open("/operations");
    signIn(reader, KeyedGateway.OPERATOR);
    assertThat(reader.find(".letters h2")).isVisible();

    // When
    List<Cookie> cookies = reader.context().cookies();
    Object seen = page.evaluate("document.cookie + JSON.stringify(localStorage) + location.href");

    // Then
    assertThat(cookies)
        .singleElement()
        .satisfies(cookie -> {
          assertThat(cookie.httpOnly).isTrue();
          assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
          assertThat(cookie.value).doesNotContain(KeyedGateway.OPERATOR);
        });
    assertThat(String.valueOf(seen)).doesNotContain("wl_", "wenliu-session");
    reader.find(".switches button", "退出").click();
    assertThat(reader.find(".signin h1")).isVisible();
    assertThat(reader.context().cookies()).isEmpty();
    page.reload();
    assertThat(reader.find(".signin h1")).isVisible();
    noteNoComplaints(reader);
  }

  @Test
  void whoeverSignsInNextIsNotShownWhatArrivedForTheOneBefore() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    Page page = reader.open("/live");
    List<String> ended = new CopyOnWriteArrayList<>();
    page.onRequestFailed(request -> ended.add(URI.create(request.url()).getPath()));
    signIn(reader, KeyedGateway.OPERATOR);
    assertThat(reader.find(".connection")).containsText("已连接");
    String headline = Names.unique("换班之前");
    door()
        .awaitSearchable(
            door().submit(Envelope.ofArticle(headline, headline, "村里的夜校今天开课，三十多位村民来听如何管护果树。")));
    assertThat(reader.find(".arrivals li", headline)).isVisible();

    // When
    reader.find(".switches button", "退出").click();

    // Then
    assertThat(reader.find(".signin h1")).isVisible();
    page.waitForCondition(() -> ended.contains("/api/v1/live"));
    signIn(reader, KeyedGateway.READER);
    assertThat(reader.find(".connection")).containsText("已连接");
    assertThat(reader.find(".arrivals li")).hasCount(0);
    noteNoComplaints(reader);
  }

  @Test
  void wrongKeyIsToldSoAndLostSessionAsksAgain() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    reader.open("/");
    signIn(reader, "wl_wrong");
    assertThat(reader.find(".signin .told")).containsText("密钥无效");
    signIn(reader, KeyedGateway.READER);
    assertThat(reader.find(".hit").first()).isVisible();

    // When
    reader.context().clearCookies();
    reader.find(".masthead nav a", "趋势").click();

    // Then
    assertThat(reader.find(".signin h1")).isVisible();
    reader.complaints().removeIf(complaint -> complaint.contains("status of 401"));
  }

  @Test
  void signInSpeaksEnglishWhateverItAnswers() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    ChineseLeft left = new ChineseLeft(reader.page());
    reader.open("/");
    assertThat(reader.find(".signin h1")).isVisible();
    EnglishPagesIT.switchToEnglish(reader);

    // When
    signIn(reader, "wl_wrong");

    // Then
    assertThat(reader.find(".signin .told")).not().isEmpty();
    assertThat(left.found()).isEmpty();
    signIn(reader, KeyedGateway.READER);
    reader.open("/submit");
    assertThat(reader.find(".state h1")).isVisible();
    assertThat(left.found()).isEmpty();
    reader.complaints().removeIf(complaint -> complaint.contains("status of 401"));
  }

  @Test
  void whoeverAProxyHasLoggedInIsAskedForNoKey() {
    // Given: what a proxy adds to every request; of the provider's roles one means nothing here
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    reader
        .context()
        .setExtraHTTPHeaders(
            Map.of("Authorization", "Bearer " + gateway.token("gao.wen", "reader", "cook")));

    // When
    Page page = reader.open("/?q=人工智能");

    // Then
    assertThat(reader.find(".hit mark").first()).isVisible();
    assertThat(page.locator(".masthead nav a[href='/submit']")).hasCount(0);
    assertThat(page.locator(".switches button", hasText("退出"))).hasCount(0);
    reader.open("/live");
    assertThat(reader.find(".connection")).containsText("已连接");
    reader.open("/operations");
    assertThat(reader.find(".desk .hint", "@gao.wen")).containsText("operator");
    assertThat(reader.context().cookies()).isEmpty();
    noteNoComplaints(reader);
  }

  @Test
  void lostLoginOfAProxyLoadsThePageAgain() {
    // Given
    Reader reader = reader(gateway.address(), 1360, 900, ColorScheme.LIGHT);
    reader
        .context()
        .setExtraHTTPHeaders(
            Map.of("Authorization", "Bearer " + gateway.token("gao.wen", "reader")));
    Page page = reader.open("/trends");
    assertThat(reader.find(".masthead nav a", "言论")).isVisible();
    page.evaluate("window.before = true");

    // When
    reader.context().setExtraHTTPHeaders(Map.of());
    reader.find(".masthead nav a", "言论").click();

    // Then
    assertThat(reader.find(".signin h1")).isVisible();
    assertThat(page).hasURL(Pattern.compile("/quotes$"));
    assertThat(page.evaluate("window.before === undefined")).isEqualTo(true);
    reader.complaints().removeIf(complaint -> complaint.contains("status of 401"));
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothingSeriousStandsInTheWayOfAnyReader(ColorScheme scheme) throws IOException {
    // Given
    Reader reader = reader(gateway.address(), 390, 844, scheme);
    AccessibilityIT.makeReady(reader);
    reader.open("/");
    assertThat(reader.find(".signin h1")).isVisible();

    // When
    Iterable<?> serious = AccessibilityIT.serious(reader);

    // Then
    assertThat(serious).isEmpty();
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void signIn(Reader reader, String key) {
    reader.page().locator("#key").fill(key);
    reader.find(".signin .button").click();
  }

  /// Not even a refused request: the page asks only for what the key allows.
  private static void noteNoComplaints(Reader reader) {
    assertThat(reader.complaints()).isEmpty();
  }
}
