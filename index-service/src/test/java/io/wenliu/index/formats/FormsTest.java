package io.wenliu.index.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.ContractJson;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

class FormsTest {

  @Test
  void jsonLdIsASchemaOrgArticle() {
    // When
    JsonNode news = ContractJson.mapper().valueToTree(SchemaOrg.of(PublishedArticles.FULL));

    // Then
    assertThat(news.path("@context").asString()).isEqualTo("https://schema.org");
    assertThat(news.path("@type").asString()).isEqualTo("OpinionNewsArticle");
    assertThat(news.path("datePublished").asString()).isEqualTo("2025-03-18");
    assertThat(news.path("author").path(1).path("name").asString()).isEqualTo("高文");
    assertThat(news.path("mentions").valueStream().map(m -> m.path("@type").asString()))
        .containsExactly("Person", "Organization", "Place", "CreativeWork");
    assertThat(SchemaOrg.of(PublishedArticles.BARE))
        .containsEntry("@type", "NewsArticle")
        .doesNotContainKeys("datePublished", "author", "publisher", "about", "mentions");
  }

  @Test
  void plainTextHasHeadingsBeforeTheirParagraphs() {
    assertThat(PlainText.of(PublishedArticles.FULL))
        .isEqualTo(
            """
            一线调研

            渔港清晨开市

            ——三百条船靠岸

            青山周报  2025-03-18  第3版  林晓雨、高文

            一、靠岸

            渔船陆续靠岸𠮷。

            二、交易

            =1+1，鱼价“平稳”。

            渔港一角。
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "平常|平常",
        "=HYPERLINK(1)|'=HYPERLINK(1)",
        "+86|'+86",
        "-1|'-1",
        "@某人|'@某人",
        "＝1|'＝1",
        "一,二|\"一,二\"",
        "说\"好\"|\"说\"\"好\"\"\"",
        "=1,2|\"'=1,2\""
      })
  void noValueIsAFormulaOrBreaksItsRow(String text, String value) {
    assertThat(Csv.value(text)).isEqualTo(value);
  }

  @Test
  void everyRowHasTheColumnsOfTheHeader() {
    assertThat(Csv.header()).endsWith("\r\n");
    assertThat(Csv.header().split(",", -1)).hasSize(16);
    assertThat(Csv.row(PublishedArticles.BARE).split(",", -1)).hasSize(16);
    assertThat(Csv.row(PublishedArticles.FULL)).endsWith("\"渔船陆续靠岸𠮷。\n=1+1，鱼价“平稳”。\"\r\n");
  }

  @Test
  void theFeedIsWellFormedWhateverTheTextHolds() throws Exception {
    // When
    byte[] feed =
        AtomFeed.of(
            "urn:x",
            "题<&\u0001\uFFFF",
            "/feed?a=1&b=2",
            Instant.EPOCH,
            List.of(PublishedArticles.FULL, PublishedArticles.BARE));

    // Then
    Document xml =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(feed));
    assertThat(xml.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(xml.getElementsByTagNameNS("*", "entry").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagNameNS("*", "title").item(0).getTextContent()).isEqualTo("题<&");
    assertThat(xml.getElementsByTagNameNS("*", "updated").item(0).getTextContent())
        .isEqualTo("2025-03-18T01:02:04Z");
  }
}
