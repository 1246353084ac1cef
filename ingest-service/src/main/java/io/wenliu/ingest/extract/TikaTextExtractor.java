package io.wenliu.ingest.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Gets text out of files with Tika, in this process: type by content, no embedded files, bounded
/// text. Time and memory are for the caller to bound; see
/// [io.wenliu.ingest.extract.fork.ForkedTextExtractor].
public final class TikaTextExtractor implements TextExtractor {

  private static final String HTML = "text/html";
  private static final String XHTML = "application/xhtml+xml";

  private final AcceptedTypes types;
  private final int maxCharacters;
  private final Detector detector = new DefaultDetector();
  private final Parser parser;

  /// @param maxCharacters a file with more text is refused
  public TikaTextExtractor(AcceptedTypes types, int maxCharacters) {
    this.types = types;
    this.maxCharacters = maxCharacters;
    this.parser =
        new AutoDetectParser(
            detector,
            new PDFParser(),
            new OOXMLParser(),
            new OfficeParser(),
            new RTFParser(),
            new OpenDocumentParser());
  }

  @Override
  public ExtractedText extract(
      byte[] content, @Nullable String name, @Nullable String contentType) {
    if (content.length == 0) {
      throw new UnextractableException("文件是空的");
    }
    String type = detect(content, name, contentType);
    List<String> pages =
        type.equals(HTML) || type.equals(XHTML)
            ? html(PlainText.markup(content, contentType))
            : type.startsWith("text/")
                ? List.of(PlainText.text(content, contentType, maxCharacters))
                : parse(parser, content, type, new ParseContext());
    if (pages.stream().allMatch(String::isBlank)) {
      throw new UnextractableException("文件里没有文字（扫描件需先做文字识别）");
    }
    return new ExtractedText(type, pages);
  }

  private String detect(byte[] content, @Nullable String name, @Nullable String contentType) {
    String type;
    try (TikaInputStream stream = TikaInputStream.get(content)) {
      MediaType detected = detector.detect(stream, AcceptedTypes.hints(name, contentType));
      type = detected.getBaseType().toString();
    } catch (IOException e) {
      throw new UnextractableException("无法识别文件类型：" + e.getMessage(), e);
    }
    if (type.equals(AcceptedTypes.UNKNOWN) && ChineseCharset.utf16WithoutMark(content) != null) {
      return "text/plain";
    }
    if (!types.accepts(type)) {
      throw types.refusal(type);
    }
    return type;
  }

  private List<String> html(String markup) {
    ParseContext context = new ParseContext();
    // What the page says about its charset was true of the file, no longer of these bytes.
    context.set(EncodingDetector.class, (_, _) -> StandardCharsets.UTF_8);
    return parse(new JSoupParser(), markup.getBytes(StandardCharsets.UTF_8), HTML, context);
  }

  private List<String> parse(Parser with, byte[] content, String type, ParseContext context) {
    PageHandler handler = new PageHandler(maxCharacters);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setExtractAnnotationText(false);
    pdf.setExtractBookmarksText(false);
    context.set(PDFParserConfig.class, pdf);
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, type);
    try (TikaInputStream stream = TikaInputStream.get(content)) {
      with.parse(stream, handler, metadata, context);
      return handler.pages();
    } catch (PageHandler.TooMuchTextException e) {
      throw new UnextractableException(String.valueOf(e.getMessage()), e);
    } catch (EncryptedDocumentException e) {
      throw new UnextractableException("文件有密码保护", e);
    } catch (IOException | SAXException | TikaException | RuntimeException e) {
      if (e.getCause() instanceof PageHandler.TooMuchTextException tooMuch) {
        throw new UnextractableException(String.valueOf(tooMuch.getMessage()), e);
      }
      throw new UnextractableException("文件已损坏或不符合其格式（" + type + "）：" + e.getMessage(), e);
    }
  }

  /// Files inside files are not text of the page.
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        java.io.InputStream stream,
        ContentHandler handler,
        Metadata metadata,
        boolean outputHtml) {}
  }
}
