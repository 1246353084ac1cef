package io.wenliu.index.export;

import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.formats.AtomFeed;
import io.wenliu.index.formats.PublishedArticle;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.search.elasticsearch.ArticleScan;
import io.wenliu.index.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives away everything that a search matches by its words.
///
/// An export is written while it is read, page by page on the request's own (virtual) thread: so it
/// takes the memory of one page, however large it is, a slow client slows it down, and one that
/// goes away ends it at the next write.
@RestController
@RequestMapping("/api/v1")
class ExportController {

  /// Each page ranks everything anew, so it is no small one. With what is known of it, an article
  /// of 1,500 characters takes some 20 KB on its way from Elasticsearch: a page 4 MB.
  private static final int PAGE = 200;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String FEED_SIZE = "30";

  private final ArticleScan scan;
  private final SearchParameters parameters;
  private final Clock clock;

  ExportController(ArticleScan scan, SearchParameters parameters, Clock clock) {
    this.scan = scan;
    this.parameters = parameters;
    this.clock = clock;
  }

  /// @param bom whether a byte order mark stands first, by which Excel knows UTF-8
  @GetMapping("/export")
  void export(
      @RequestParam MultiValueMap<String, String> given,
      @RequestParam(defaultValue = "ndjson") String format,
      @RequestParam(defaultValue = "false") boolean bom,
      HttpServletResponse response)
      throws IOException {
    ExportFormat form =
        ExportFormat.ofId(format)
            .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "format-unknown", format));
    try (ArticleScan.Walk walk = scan.open(parameters.read(given), PAGE)) {
      // The first page before the first byte: until then trouble can still be told.
      List<PublishedArticle> page = walk.next();
      response.setContentType(form.mediaType());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      OutputStream out = response.getOutputStream();
      if (bom) {
        out.write(BYTE_ORDER_MARK);
      }
      write(out, form.head());
      while (!page.isEmpty()) {
        for (PublishedArticle article : page) {
          write(out, form.line(article));
        }
        response.flushBuffer();
        page = next(walk);
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Half an export must not look whole: this ends the connection before the answer's end.
  private static List<PublishedArticle> next(ArticleScan.Walk walk) throws IOException {
    try {
      return walk.next();
    } catch (ElasticsearchUnavailableException e) {
      throw new IOException("the export broke off", e);
    }
  }

  @GetMapping("/feed.atom")
  ResponseEntity<byte[]> feed(
      @RequestParam MultiValueMap<String, String> given,
      @RequestParam(defaultValue = FEED_SIZE) int size,
      HttpServletRequest request) {
    SearchRequest search = parameters.read(given).newestFirst();
    List<PublishedArticle> articles;
    try (ArticleScan.Walk walk = scan.open(search, parameters.size(size))) {
      articles = walk.next();
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String words = given.getFirst("q");
    byte[] feed =
        AtomFeed.of(
            "urn:wenliu:feed:" + Integer.toHexString(search.cursor().search()),
            words == null || words.isBlank() ? "文流" : "文流：" + words.strip(),
            request.getRequestURI() + query,
            clock.instant(),
            articles);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, AtomFeed.MEDIA_TYPE + ";charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(feed);
  }
}
