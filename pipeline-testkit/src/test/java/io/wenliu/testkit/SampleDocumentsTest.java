package io.wenliu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SampleDocumentsTest {

  @Test
  void theFiveSeedsAreThere() {
    assertThat(SampleDocuments.SEEDS)
        .hasSize(5)
        .allSatisfy(seed -> assertThat(seed.text()).contains("人工智能"));
  }

  @Test
  void everyCharsetGivesTheTextBack() {
    // Given
    SampleDocument page = SampleDocuments.SHORT_PAGE;

    // Then
    assertThat(decoded(SampleDocuments.inGbk(page), "GBK")).isEqualTo(page.text());
    assertThat(decoded(SampleDocuments.inGb18030(page), "GB18030")).isEqualTo(page.text() + "𠮷\n");
    assertThat(decoded(SampleDocuments.inUtf16LittleEndian(page), "UTF-16LE"))
        .isEqualTo(page.text());
    assertThat(decoded(SampleDocuments.inUtf16BigEndian(page), "UTF-16BE")).isEqualTo(page.text());
    assertThat(decoded(SampleDocuments.inUtf16WithMark(page), "UTF-16")).isEqualTo(page.text());
    assertThat(decoded(SampleDocuments.TRADITIONAL_BIG5, "Big5"))
        .isEqualTo(SampleDocuments.TRADITIONAL_BIG5.text());
  }

  @Test
  void aCharacterThatTheCharsetHasNotIsRefused() {
    // Given
    SampleDocument rare = SampleDocuments.ofText("rare.txt", "𠮷");

    // Then
    assertThatIllegalArgumentException().isThrownBy(() -> SampleDocuments.inGbk(rare));
  }

  @Test
  void aPdfReaderGetsTheTextOfEveryPageOfThePdf() throws IOException {
    // Given
    SampleDocument pdf = SampleDocuments.asPdf(SampleDocuments.AI_PLUS_ACTION);

    // When
    String read;
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      read = new PDFTextStripper().getText(document);
    }

    // Then
    assertThat(read.replaceAll("\\s", ""))
        .isEqualTo(SampleDocuments.AI_PLUS_ACTION.text().replaceAll("\\s", ""));
  }

  @Test
  void aWordDocumentHoldsEveryLineAsAParagraph() throws IOException {
    // When
    SampleDocument docx = SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE);

    // Then
    assertThat(entry(docx.bytes(), "word/document.xml"))
        .contains(">" + SampleDocuments.SHORT_HEADLINE + "</w:t>")
        .contains("“白天在地里");
    assertThat(docx.name()).isEqualTo("short-page.docx");
  }

  @Test
  void theSameFixtureHasTheSameBytesEachTime() {
    assertThat(SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE))
        .isEqualTo(SampleDocuments.asDocx(SampleDocuments.SHORT_PAGE));
    assertThat(SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE))
        .isEqualTo(SampleDocuments.asPdf(SampleDocuments.SHORT_PAGE));
  }

  private static String decoded(SampleDocument document, String charset) {
    return new String(document.bytes(), Charset.forName(charset));
  }

  private static String entry(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no " + name);
  }
}
