package io.wenliu.ingest.submission;

import io.wenliu.contract.Claim;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.DocumentWithdrawn;
import io.wenliu.contract.MessageType;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.contract.Version;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.EventReader;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.kafka.event.StructuredEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads every form that a submission may have on Kafka: the envelope or a withdrawal as
/// CloudEvents, in binary or structured mode, and raw bytes with CloudEvents headers, plain headers
/// or none.
final class SubmissionReader {

  private static final int MAX_ID_LENGTH = 512;

  private final ClaimStore claims;

  SubmissionReader(ClaimStore claims) {
    this.claims = claims;
  }

  /// @param fetching told how many bytes an envelope names that are about to be fetched
  /// @throws UnreadableMessageException if it breaks a rule of its form
  /// @throws io.wenliu.kafka.claims.UnreadableClaimException if it names content that is not there
  /// @throws java.io.UncheckedIOException if the claim store cannot be read now
  SubmissionForm read(InboundRecord record, LongConsumer fetching) {
    if (record.isTombstone()) {
      throw new UnreadableMessageException("记录没有内容", null);
    }
    if (EventReader.isStructured(record)) {
      StructuredEvent event = EventReader.structured(record);
      String type = event.attribute("datacontenttype").orElse("application/json");
      return form(event.type(), type, event.data(), attribute(event::attribute), fetching);
    }
    String contentType = record.header(EventHeaders.CONTENT_TYPE).orElse(null);
    return form(
        record.header(EventHeaders.TYPE).orElse(null),
        contentType,
        record.content(),
        attribute(name -> header(record, name)),
        fetching);
  }

  /// The document that a record's headers name, for the journey of one that cannot be read; empty
  /// where they name none.
  static Optional<DocumentId> documentNamedBy(InboundRecord record) {
    String source =
        SourceName.of(header(record, "source").orElse(SourceName.OF_KAFKA), SourceName.OF_KAFKA);
    return header(record, "subject").map(id -> DocumentId.of(source, id));
  }

  /// CloudEvents attributes where there are any, else the plain headers.
  private static Optional<String> header(InboundRecord record, String name) {
    Optional<String> attribute = record.header("ce_" + name);
    if (attribute.isPresent()) {
      return attribute;
    }
    return switch (name) {
      case "subject" -> record.header("id");
      case "sourceversion" -> record.header("version");
      case "source", "filename" -> record.header(name);
      default -> Optional.empty();
    };
  }

  private static Function<String, @Nullable String> attribute(
      Function<String, Optional<String>> attributes) {
    return name -> attributes.apply(name).orElse(null);
  }

  private SubmissionForm form(
      @Nullable String type,
      @Nullable String contentType,
      byte[] content,
      Function<String, @Nullable String> attribute,
      LongConsumer fetching) {
    if (MessageType.DOCUMENT_WITHDRAWN.id().equals(type)) {
      return new SubmissionForm.Withdrawn(ContractJson.read(content, DocumentWithdrawn.class));
    }
    if (MessageType.SUBMISSION.id().equals(type) && isJson(contentType)) {
      return new SubmissionForm.Pushed(
          document(ContractJson.read(content, Submission.class), fetching));
    }
    return new SubmissionForm.Pushed(
        new IncomingDocument(
            SourceName.of(
                orElse(attribute.apply("source"), SourceName.OF_KAFKA), SourceName.OF_KAFKA),
            ownId(attribute.apply("subject")),
            version(attribute.apply("sourceversion")),
            time(attribute.apply("time")),
            new IncomingContent.File(attribute.apply("filename"), contentType, content)));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType == null
        || contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private IncomingDocument document(Submission submission, LongConsumer fetching) {
    IncomingContent content =
        switch (submission.content()) {
          case SubmittedContent.File file ->
              new IncomingContent.File(file.name(), file.contentType(), bytes(file, fetching));
          case SubmittedContent.Pages pages -> new IncomingContent.Pages(pages.pages());
          case SubmittedContent.ReadyArticle ready -> new IncomingContent.Ready(ready.article());
        };
    return new IncomingDocument(
        submission.source(),
        submission.id(),
        submission.version(),
        submission.eventTime(),
        content);
  }

  private byte[] bytes(SubmittedContent.File file, LongConsumer fetching) {
    if (file.data() != null) {
      return file.data().bytes();
    }
    Claim claim = file.claim();
    if (claim == null) {
      throw new UnreadableMessageException("a file has either data or a claim", null);
    }
    fetching.accept(claim.size());
    return claims.get(claim);
  }

  private static String orElse(@Nullable String value, String fallback) {
    return value == null ? fallback : value;
  }

  private static @Nullable String ownId(@Nullable String subject) {
    if (subject != null && subject.length() > MAX_ID_LENGTH) {
      throw new UnreadableMessageException("编号（subject、id）超过 " + MAX_ID_LENGTH + " 个字符", null);
    }
    return subject;
  }

  private static @Nullable Long version(@Nullable String number) {
    if (number == null) {
      return null;
    }
    try {
      long version = Long.parseLong(number);
      if (version < 0 || version > Version.MAX_CONTENT) {
        throw new NumberFormatException("out of range");
      }
      return version;
    } catch (NumberFormatException e) {
      throw new UnreadableMessageException(
          "版本号应为 0 到 " + Version.MAX_CONTENT + " 之间的整数，收到的是：" + number, e);
    }
  }

  private static @Nullable Instant time(@Nullable String time) {
    if (time == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      throw new UnreadableMessageException("ce_time 不是 ISO 8601 时间：" + time, e);
    }
  }
}
