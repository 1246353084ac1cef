package io.wenliu.ingest.submission;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentManifest;
import io.wenliu.contract.DocumentPages;
import io.wenliu.contract.JourneyEvent;
import io.wenliu.contract.JourneyEvent.Step;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Stage;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.contract.Version;
import io.wenliu.ingest.IngestProperties;
import io.wenliu.ingest.article.ArticleCutter;
import io.wenliu.ingest.article.Cut;
import io.wenliu.ingest.extract.ExtractedText;
import io.wenliu.ingest.extract.TextExtractor;
import io.wenliu.ingest.page.PageText;
import io.wenliu.kafka.claims.UnreadableClaimException;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.stage.Outcome;
import io.wenliu.kafka.stage.RecordProcessor;
import io.wenliu.kafka.stage.RejectedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns one submission into its articles, the lines that they were cut from, then the manifest
/// that lists them; passes a withdrawal on.
///
/// Contents that come by reference are worked on side by side only as far as they are together no
/// larger than one may be: of several large ones each would fit into memory, and all would not.
final class SubmissionStage implements RecordProcessor {

  private final SubmissionReader reader;
  private final TextExtractor extractor;
  private final ArticleCutter cutter;
  private final long maxBytes;
  private final int maxCharacters;
  private final int maxArticles;
  private final int maxPageText;
  private final int revision;
  private final Clock clock;
  private final ContentRoom room;

  SubmissionStage(
      SubmissionReader reader,
      TextExtractor extractor,
      ArticleCutter cutter,
      IngestProperties settings,
      Clock clock) {
    this.reader = reader;
    this.extractor = extractor;
    this.cutter = cutter;
    this.maxBytes = settings.maxFileSize().toBytes();
    this.maxCharacters = settings.maxCharacters();
    this.maxArticles = settings.maxArticles();
    this.maxPageText = settings.maxPageText();
    this.revision = settings.revision();
    this.clock = clock;
    this.room = new ContentRoom(maxBytes);
  }

  /// @throws io.wenliu.kafka.stage.TransientException if other large contents stay at work
  @Override
  public Outcome process(InboundRecord record) {
    try (ContentRoom.Place place = room.enter()) {
      place.take(sizeByReference(record));
      return process(record, place);
    }
  }

  /// In bytes; 0 where the record has its content itself, or states a size that the reader refuses.
  private static long sizeByReference(InboundRecord record) {
    try {
      return record.header(EventHeaders.DATA_SIZE).map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Outcome process(InboundRecord record, ContentRoom.Place place) {
    SubmissionForm form;
    try {
      form = reader.read(record, place::take);
    } catch (UnreadableMessageException e) {
      DocumentId named = SubmissionReader.documentNamedBy(record).orElse(null);
      return new Outcome.Reject("无法读取：" + e.getMessage(), named, null, null);
    } catch (UnreadableClaimException e) {
      DocumentId named = SubmissionReader.documentNamedBy(record).orElse(null);
      return new Outcome.Reject("引用的内容不存在或已损坏：" + e.getMessage(), named, null, null);
    }
    return switch (form) {
      case SubmissionForm.Withdrawn withdrawn ->
          Outcome.emit(Outbound.event(Lane.of(record.topic()).articles(), withdrawn.withdrawn()));
      case SubmissionForm.Pushed pushed -> process(pushed.document(), record);
    };
  }

  private Outcome process(IncomingDocument document, InboundRecord record) {
    DocumentId id = document.id();
    Version version = version(document, record, id);
    try {
      return cut(document, id, version, record);
    } catch (RejectedException e) {
      return new Outcome.Reject(e.reason(), id, version, null);
    }
  }

  private @Nullable Version versionOrNull(IncomingDocument document, InboundRecord record) {
    try {
      return document.version(record.receivedAt()).withRevision(revision);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Version version(IncomingDocument document, InboundRecord record, DocumentId id) {
    Version version = versionOrNull(document, record);
    if (version == null) {
      throw new RejectedException(
          "时间 " + stated(document, record) + " 不在 1970 年到 2109 年之间（文档 " + id + "）");
    }
    return version;
  }

  private static Instant stated(IncomingDocument document, InboundRecord record) {
    Instant eventTime = document.eventTime();
    return eventTime == null ? record.receivedAt() : eventTime;
  }

  private Outcome cut(
      IncomingDocument document, DocumentId id, Version version, InboundRecord record) {
    String contentType;
    Cut cut;
    switch (document.content()) {
      case IncomingContent.File file -> {
        if (file.bytes().length > maxBytes) {
          throw new RejectedException("文件超过 " + maxBytes / (1024 * 1024) + " MiB");
        }
        ExtractedText text = extractor.extract(file.bytes(), file.name(), file.contentType());
        contentType = text.contentType();
        cut = cutter.cut(pages(file.name(), text.pages()));
      }
      case IncomingContent.Pages pages -> {
        contentType = "text/plain";
        long characters = pages.pages().stream().mapToLong(page -> page.text().length()).sum();
        if (characters > maxCharacters) {
          throw new RejectedException("文字超过 " + maxCharacters + " 个字符");
        }
        cut = cutter.cut(submittedPages(pages));
      }
      case IncomingContent.Ready ready -> {
        contentType = "application/json";
        cut = Cut.ready(ready.article());
      }
    }
    int articles = cut.articles().size();
    if (articles == 0) {
      throw new RejectedException("没有找到文章");
    }
    if (articles > maxArticles) {
      throw new RejectedException("分出 " + articles + " 篇文章，超过 " + maxArticles + " 篇");
    }
    return Outcome.emit(messages(document, id, version, record, contentType, cut));
  }

  private List<Outbound> messages(
      IncomingDocument document,
      DocumentId id,
      Version version,
      InboundRecord record,
      String contentType,
      Cut cut) {
    Instant receivedAt = record.receivedAt();
    List<Article> articles = cut.articles();
    String topic = Lane.of(record.topic()).articles();
    List<ArticleId> ids =
        ArticleId.ofHeadlines(id, articles.stream().map(Article::headline).toList());
    List<Outbound> messages = new ArrayList<>(2 * articles.size() + 4);
    for (int i = 0; i < articles.size(); i++) {
      messages.add(
          Outbound.event(
              topic,
              new ArticleExtracted(
                  ids.get(i), id, version, document.source(), receivedAt, articles.get(i))));
    }
    long pageSize = cut.pageSize();
    if (pageSize > 0 && pageSize <= maxPageText) {
      messages.add(Outbound.event(topic, new DocumentPages(id, version, cut.pages(ids))));
    }
    messages.add(
        Outbound.event(
            topic,
            new DocumentManifest(
                id,
                version,
                document.source(),
                document.ownId(),
                document.name(),
                contentType,
                receivedAt,
                ids)));
    messages.add(fact(id, version, null, Step.RECEIVED, receivedAt));
    Instant now = clock.instant();
    ids.forEach(article -> messages.add(fact(id, version, article, Step.EXTRACTED, now)));
    messages.add(fact(id, version, null, Step.EXTRACTED, now));
    return messages;
  }

  private static Outbound fact(
      DocumentId id, Version version, @Nullable ArticleId article, Step step, Instant at) {
    return Outbound.journey(new JourneyEvent(id, version, article, Stage.INGEST, step, null, at));
  }

  private static List<PageText> pages(@Nullable String name, List<String> texts) {
    String called = name == null ? "" : name;
    return texts.stream().map(text -> new PageText(called, text)).toList();
  }

  private static List<PageText> submittedPages(IncomingContent.Pages pages) {
    return pages.pages().stream().map(SubmissionStage::page).toList();
  }

  private static PageText page(SubmittedContent.Page page) {
    String name = page.name();
    return new PageText(name == null ? "" : name, page.text());
  }
}
