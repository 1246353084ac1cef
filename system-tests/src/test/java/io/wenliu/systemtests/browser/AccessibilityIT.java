package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.wenliu.contract.ContractJson;
import io.wenliu.testkit.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// axe-core's rules on every view, in both colour schemes.
class AccessibilityIT extends BrowserTest {

  private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final String SERIOUS =
      """
      async () => (await axe.run()).violations
        .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
        .map(rule => rule.id + ': ' + rule.nodes.map(node => node.html).join(' | '))
      """;

  @ParameterizedTest
  @CsvSource({
    "/, .hit, LIGHT",
    "/, .hit, DARK",
    "/?q=人工智能, .hit mark, LIGHT",
    "/?q=人工智能, .hit mark, DARK",
    "article, .text p, LIGHT",
    "article, .text p, DARK",
    "page, .page .line.own, LIGHT",
    "page, .page .line.own, DARK",
    "reprints, .sides ins, LIGHT",
    "reprints, .sides ins, DARK",
    "/entities, .roll li, LIGHT",
    "/entities, .roll li, DARK",
    "entity, .entity .hit, LIGHT",
    "entity, .entity .hit, DARK",
    "/quotes?q=人工智能, .quote mark, LIGHT",
    "/quotes?q=人工智能, .quote mark, DARK",
    "/trends, .multiples li, LIGHT",
    "/trends, .multiples li, DARK",
    "/alerts/new?q=人工智能&person=习近平, .forecast a, LIGHT",
    "/alerts/new?q=人工智能&person=习近平, .forecast a, DARK",
    "/alerts, .connection, LIGHT",
    "alert, .tools .connection, LIGHT",
    "/live, .connection, LIGHT",
    "/submit, .dropzone, LIGHT",
    "/submit, .dropzone, DARK",
    "/operations, .equation, LIGHT",
    "journey, .desk table, LIGHT",
    "journey, .desk table, DARK",
  })
  void nothingSeriousStandsInTheWayOfAnyReader(String address, String shown, ColorScheme scheme)
      throws IOException {
    // Given
    Reader reader = reader(1360, 900, scheme);
    makeReady(reader);
    String article = Samples.articles().getFirst().getFirst();
    reader.open(
        switch (address) {
          case "article" -> "/articles/" + article;
          case "page" -> "/articles/" + article + "?view=page";
          case "reprints" -> reprints(reader);
          case "alert" -> "/alerts/" + alert(reader);
          case "journey" -> "/submissions/" + article.substring(0, 32);
          case "entity" -> ExplorePagesIT.OFTEN_NAMED;
          default -> address;
        });
    assertThat(reader.find(shown).first()).isVisible();

    // When
    Iterable<?> serious = serious(reader);

    // Then
    assertThat(serious).isEmpty();
  }

  /// Of an article that others have printed too.
  private static String reprints(Reader reader) {
    reader.open("/?q=抢抓人工智能发展的历史性机遇");
    return reader.find(".hit .reprints").first().getAttribute("href");
  }

  /// A new one's id.
  private static String alert(Reader reader) {
    String answer =
        reader
            .context()
            .request()
            .post(
                "/api/v1/alerts",
                RequestOptions.create()
                    .setData(Map.of("name", Names.unique("alert"), "query", Map.of("q", "人工智能"))))
            .text();
    return ContractJson.mapper().readTree(answer).path("id").asString();
  }

  /// To be called before the reader opens a page.
  static void makeReady(Reader reader) throws IOException {
    reader.context().addInitScript(axe());
  }

  /// What stands in somebody's way on the page that the reader has open.
  static Iterable<?> serious(Reader reader) {
    return (Iterable<?>) reader.page().evaluate(SERIOUS);
  }

  private static String axe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            AccessibilityIT.class.getClassLoader().getResourceAsStream(AXE), AXE)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
