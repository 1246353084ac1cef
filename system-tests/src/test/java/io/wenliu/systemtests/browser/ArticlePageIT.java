package io.wenliu.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.wenliu.testkit.Names;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArticlePageIT extends BrowserTest {

  @Test
  void outlineFollowsTheReader() {
    // Given
    Reader reader = reader();
    openByHeadline(reader, "进一步深化农村改革");
    assertThat(reader.find(".outline a[aria-current]")).hasText("开头");

    // When
    reader.find(".text h2", "三、").scrollIntoViewIfNeeded();
    reader.page().mouse().wheel(0, 500);

    // Then
    assertThat(reader.find(".outline a[aria-current]"))
        .hasText(Pattern.compile("三、着力壮大县域富民产业|.十[三四五].*"));
    reader.screenshot("article-outline");
  }

  @Test
  void bylineLeadsToMoreOfTheSame() {
    // Given
    Reader reader = reader(1640, 1000, ColorScheme.LIGHT);
    openByHeadline(reader, "加强人工智能国际治理和合作");
    assertThat(reader.find(".facts")).containsText("蔡翠红");
    reader.screenshot("article");

    // When
    reader.find(".byline a", "蔡翠红").click();

    // Then
    assertThat(reader.find(".chip")).containsText("蔡翠红");
    assertThat(reader.find(".hit h2").first()).containsText("国际治理");
  }

  @Test
  void namesAreMarkedByTypeAndLeadToTheirPages() {
    // Given
    Reader reader = reader(1640, 1000, ColorScheme.LIGHT);
    openByHeadline(reader, "加强人工智能国际治理和合作");
    String name = reader.find(".facts .name.per").first().innerText();

    // When
    reader.find(".facts .name.per").first().click();

    // Then
    assertThat(reader.find(".entity h1")).hasText(name);
    assertThat(reader.find(".entity .hit").first()).isVisible();
  }

  @Test
  void reprintsStandSideBySide() {
    // Given
    Reader reader = reader();
    reader.open("/?q=抢抓人工智能发展的历史性机遇");

    // When
    reader.find(".hit .reprints").first().click();

    // Then
    assertThat(reader.find(".printing .likeness").first()).containsText("%");
    assertThat(reader.find(".sides ins, .sides del").first()).isVisible();
    reader.screenshot("reprints");
  }

  @Test
  void articleReadsInTheDark() {
    // Given
    Reader reader = reader(1640, 1000, ColorScheme.DARK);

    // When
    openByHeadline(reader, "牢牢掌握人工智能发展和治理主动权");

    // Then
    assertThat(reader.page().evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        .isEqualTo("rgb(23, 22, 20)");
    reader.screenshot("article-dark");
  }

  @Test
  void articleFitsThePhone() {
    // Given
    Reader reader = reader(390, 844, ColorScheme.LIGHT);

    // When
    reader.open("/articles/" + Samples.articles().getFirst().getFirst());

    // Then
    assertThat(reader.find(".column h1")).isVisible();
    assertThat(reader.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    reader.screenshot("article-phone");
  }

  @Test
  void thePageBesideAnArticleTellsWhereEachLineWentAndWhy() {
    // Given: a page that holds several articles
    List<String> articles =
        Samples.articles().stream().filter(page -> page.size() > 1).findFirst().orElseThrow();
    Reader reader = reader(1640, 1000, ColorScheme.LIGHT);
    Page page = reader.open("/articles/" + articles.getFirst());

    // When
    reader.find(".view a", "原版").click();

    // Then
    assertThat(page).hasURL(Pattern.compile(".*/articles/" + articles.getFirst() + "\\?view=page"));
    assertThat(reader.find(".legend a")).hasCount(articles.size());
    assertThat(reader.find(".line.own.role-title").first()).isVisible();
    String headline = reader.find(".column h1").innerText();
    assertThat(reader.find(".legend a[aria-current]")).hasText(Pattern.compile("\\d" + headline));
    reader.find(".line.own.role-title").first().click();
    assertThat(reader.find(".why")).containsText("标题");
    assertThat(reader.find(".why .evidence")).not().isEmpty();
    reader.screenshot("article-page");

    // When: by the keyboard on to a line of another article
    String other = ".line[href*='" + articles.get(1) + "']";
    reader.find(other).first().focus();
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowDown");
    assertThat(reader.find(other).first()).isFocused();
    page.keyboard().press("Enter");

    // Then
    assertThat(page).hasURL(Pattern.compile(".*/articles/" + articles.get(1) + "\\?view=page"));
    assertThat(reader.find(".column h1")).not().hasText(headline);
    assertThat(reader.find(other + ".own").first()).isFocused();
    page.goBack();
    assertThat(reader.find(".column h1")).hasText(headline);
    reader.find(".view a", "整理").click();
    assertThat(reader.find(".page")).hasCount(0);
  }

  @Test
  void thePageReadsInTheDarkAndOnThePhone() {
    // Given
    String article = Samples.articles().getLast().getFirst();
    Reader dark = reader(1280, 900, ColorScheme.DARK);
    Reader phone = reader(390, 844, ColorScheme.LIGHT);

    // When
    dark.open("/articles/" + article + "?view=page");
    phone.open("/articles/" + article + "?view=page");

    // Then
    assertThat(dark.find(".text p").first()).isVisible();
    assertThat(dark.find(".line.own").first()).isVisible();
    dark.screenshot("article-page-dark");
    assertThat(phone.find(".line.own").first()).isVisible();
    assertThat(phone.find(".text p").first()).not().isVisible();
    assertThat(phone.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
    phone.screenshot("article-page-phone");
  }

  @Test
  void unknownArticleIsCalledUnknown() {
    // Given
    Reader reader = reader();

    // When
    reader.open("/articles/00000000000000000000000000000000-000000000000");

    // Then
    assertThat(reader.find(".trouble h2")).isVisible();
    reader.forgive404();
  }

  @Test
  void hostileTextStaysTextEverywhere() {
    // Given
    String marker = Names.unique("敌意");
    String headline =
        marker + "<img src=x onerror=\"alert(1)\"><script>alert(2)</script>'\"--></title>";
    String paragraph =
        marker
            + "正文\uE000伪标记\uE001</p><iframe src=\"javascript:alert(3)\"></iframe>"
            + "<a href=\"https://example.com/\">点我</a>&lt;b&gt;。";
    String article =
        door()
            .awaitSearchable(
                door()
                    .submit(
                        Envelope.ofArticle(
                            marker,
                            Map.of(
                                "headline",
                                headline,
                                "authors",
                                List.of("<b>记者</b>"),
                                "newspaper",
                                "<i>某报</i>",
                                "paragraphs",
                                List.of(paragraph)))))
            .getFirst();
    Reader reader = reader();

    // When
    reader.open("/?q=" + marker);
    assertThat(reader.find(".hit h2", marker)).containsText("<script>alert(2)</script>");
    reader.screenshot("hostile-search");
    Page page = reader.open("/articles/" + article);

    // Then
    assertThat(reader.find(".column h1")).containsText("<img src=x onerror=");
    assertThat(reader.find(".text p").first()).containsText("<iframe src=");
    assertThat(page.locator("main img, main iframe, main script, a[href^='https:']")).hasCount(0);
    assertThat(page.title()).contains("<img src=x");
    reader.screenshot("hostile-article");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    // It came as an article: there is no page to switch to.
    assertThat(reader.find(".view a")).hasCount(0);
  }

  private static void openByHeadline(Reader reader, String words) {
    reader.open("/?q=" + words);
    reader.find(".hit h2 a", words.substring(words.length() - 4)).click();
    assertThat(reader.find(".column h1")).not().isEmpty();
    assertThat(reader.find(".text p").first()).isVisible();
  }
}
