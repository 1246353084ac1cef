package io.wenliu.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import io.wenliu.contract.UnreadableMessageException;
import io.wenliu.kafka.claims.ClaimStore;
import io.wenliu.kafka.claims.FileClaimStore;
import io.wenliu.kafka.claims.UnreadableClaimException;
import io.wenliu.kafka.event.InboundRecord;
import io.wenliu.testkit.Fuzzer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a record is a submission, or unreadable with a reason.
class SubmissionReaderFuzzTest {

  private static final List<String> WORDS =
      List.of(
          "\"source\":",
          "\"id\":",
          "\"version\":",
          "\"eventTime\":",
          "\"content\":",
          "\"kind\":",
          "\"file\"",
          "\"pages\"",
          "\"article\"",
          "\"data\":",
          "\"claim\":",
          "\"sha256\":",
          "\"size\":",
          "\"headline\":",
          "\"paragraphs\":",
          "\"published\":",
          "null",
          "true",
          "[",
          "]",
          "{",
          "}",
          ",",
          "1e400",
          "-1",
          "4398046511104",
          "1e999999999",
          "\"\\ud800\"",
          "\"2025-02-31\"",
          "\"9999-12-31T00:00:00Z\"",
          "\"+1000000000-01-01T00:00:00Z\"",
          "\0",
          "ce_type",
          "ce_source",
          "ce_subject",
          "ce_time",
          "ce_sourceversion",
          "ce_dataref",
          "ce_datasize",
          "ce_receivedat",
          "content-type",
          "io.wenliu.submission.v1",
          "io.wenliu.document.withdrawn.v1",
          "application/cloudevents+json",
          "application/json",
          "urn:sha256:",
          "data_base64",
          "datacontenttype",
          "=",
          "\n",
          "\n\n");

  @TempDir Path directory;

  @Test
  void anyEnvelopeIsASubmissionOrUnreadable() {
    List<byte[]> seeds =
        Stream.of(
                "{\"source\":\"cms\",\"id\":\"1\",\"version\":2,\"content\":{\"kind\":\"article\","
                    + "\"article\":{\"headline\":\"好\",\"authors\":[\"林\"],\"published\":\"2025-02-03\","
                    + "\"outline\":[{\"level\":1,\"text\":\"一\",\"paragraph\":0}],\"paragraphs\":[\"好。\"],"
                    + "\"captions\":[{\"text\":\"图\",\"photographers\":[\"周\"]}]}}}",
                "{\"source\":\"cms\",\"eventTime\":\"2025-02-03T04:05:06Z\",\"content\":{\"kind\":"
                    + "\"pages\",\"pages\":[{\"name\":\"1\",\"text\":\"好。\"}]}}",
                "{\"source\":\"cms\",\"content\":{\"kind\":\"file\",\"name\":\"a.txt\","
                    + "\"contentType\":\"text/plain\",\"data\":\"5aW944CC\"}}",
                "{\"source\":\"cms\",\"content\":{\"kind\":\"file\",\"claim\":{\"sha256\":\""
                    + "a".repeat(64)
                    + "\",\"size\":3}}}")
            .map(text -> text.getBytes(UTF_8))
            .toList();
    new Fuzzer("envelope", seeds, WORDS)
        .run(input -> {
          try {
            Submission submission = ContractJson.read(input, Submission.class);
            SubmissionIdentity.of(submission);
            return shape(submission);
          } catch (UnreadableMessageException refused) {
            return head(refused);
          }
        });
  }

  /// The input is a record: lines `header=value`, an empty line, the value.
  @Test
  void anyHeadersMakeASubmissionOrAreUnreadable() {
    ClaimStore claims = new FileClaimStore(directory);
    SubmissionReader reader = new SubmissionReader(claims);
    List<byte[]> seeds =
        Stream.of(
                lines(
                    "ce_specversion=1.0",
                    "ce_type=io.wenliu.file.v1",
                    "ce_source=/cms",
                    "ce_subject=1",
                    "ce_sourceversion=3",
                    "ce_time=2025-02-03T04:05:06+08:00",
                    "ce_filename=a.txt",
                    "content-type=text/plain",
                    "",
                    "好。"),
                lines("source=cms", "id=1", "version=3", "filename=a.txt", "", "好。"),
                lines(
                    "content-type=application/cloudevents+json",
                    "",
                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"io.wenliu.submission.v1\","
                        + "\"source\":\"/cms\",\"subject\":\"1\",\"datacontenttype\":\"text/plain\","
                        + "\"data_base64\":\"5aW944CC\"}"),
                lines(
                    "ce_type=io.wenliu.document.withdrawn.v1",
                    "",
                    "{\"document\":\""
                        + "0".repeat(32)
                        + "\",\"version\":5,\"source\":\"cms\","
                        + "\"withdrawnAt\":\"2025-02-03T04:05:06Z\"}"),
                lines(
                    "ce_type=io.wenliu.submission.v1",
                    "ce_dataref=urn:sha256:" + "a".repeat(64),
                    "ce_datasize=3",
                    "ce_receivedat=2025-02-03T04:05:06Z",
                    "",
                    ""))
            .map(text -> text.getBytes(UTF_8))
            .toList();
    new Fuzzer("record", seeds, WORDS)
        .run(input -> {
          InboundRecord record = record(input, claims);
          SubmissionReader.documentNamedBy(record);
          try {
            Instant receivedAt = record.receivedAt();
            return switch (reader.read(record, _ -> {})) {
              case SubmissionForm.Withdrawn withdrawn -> withdrawn.withdrawn().reason() == null;
              case SubmissionForm.Pushed pushed -> {
                IncomingDocument document = pushed.document();
                document.id();
                yield document.content().getClass()
                    + "/"
                    + (document.version() == null)
                    + (document.eventTime() == null)
                    + (document.ownId() == null)
                    + (receivedAt.getEpochSecond() > 0);
              }
            };
          } catch (UnreadableMessageException refused) {
            return head(refused);
          } catch (UnreadableClaimException refused) {
            return "claim";
          }
        });
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private static InboundRecord record(byte[] input, ClaimStore claims) {
    RecordHeaders headers = new RecordHeaders();
    int at = 0;
    while (at < input.length && input[at] != '\n') {
      int end = at;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      int equals = at;
      while (equals < end && input[equals] != '=') {
        equals++;
      }
      if (equals < end) {
        headers.add(
            new String(input, at, equals - at, UTF_8), Arrays.copyOfRange(input, equals + 1, end));
      }
      at = Math.min(input.length, end + 1);
    }
    byte[] value = Arrays.copyOfRange(input, Math.min(input.length, at + 1), input.length);
    return new InboundRecord(
        new ConsumerRecord<>(
            "wenliu.submissions",
            0,
            0,
            1_740_000_000_000L,
            TimestampType.LOG_APPEND_TIME,
            0,
            value.length,
            new byte[0],
            value,
            headers,
            Optional.empty()),
        claims);
  }

  private static Object shape(Submission submission) {
    return switch (submission.content()) {
      case SubmittedContent.File file -> "file" + (file.data() == null) + (file.name() == null);
      case SubmittedContent.Pages pages -> "pages" + pages.pages().size();
      case SubmittedContent.ReadyArticle ready ->
          "article"
              + ready.article().authors().size()
              + ready.article().outline().size()
              + ready.article().paragraphs().size()
              + (ready.article().published() == null);
    };
  }

  private static String head(UnreadableMessageException refused) {
    String message = String.valueOf(refused.getMessage());
    return message.substring(0, Math.min(message.length(), 24));
  }
}
