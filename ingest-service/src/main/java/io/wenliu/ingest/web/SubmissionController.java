package io.wenliu.ingest.web;

import io.wenliu.contract.Caller;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Lane;
import io.wenliu.contract.Sha256;
import io.wenliu.contract.Submission;
import io.wenliu.ingest.IngestProperties;
import io.wenliu.ingest.extract.AcceptedTypes;
import io.wenliu.ingest.submission.SubmissionIdentity;
import io.wenliu.kafka.event.EventHeaders;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Takes submissions in: files as a form or as the request's body, or the JSON envelope. What is
/// answered 202 is on Kafka.
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {

  private static final String FILE_TYPE = "io.wenliu.file.v1";
  private static final String EVENTS = "application/cloudevents";

  private final EventPublisher publisher;
  private final AcceptedTypes types;
  private final IdempotencyKeys keys;
  private final IntakeLimit intake;
  private final long maxBytes;

  SubmissionController(
      EventPublisher publisher,
      AcceptedTypes types,
      IdempotencyKeys keys,
      IntakeLimit intake,
      IngestProperties properties) {
    this.publisher = publisher;
    this.types = types;
    this.keys = keys;
    this.intake = intake;
    this.maxBytes = properties.maxFileSize().toBytes();
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Accepted> form(
      @RequestPart("file") List<MultipartFile> files,
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException, ServletException {
    SubmissionAttributes attributes = SubmissionAttributes.of(request, true);
    intake.admit(attributes.lane());
    requireFilenames(request);
    List<FormFile> all = named(attributes, files);
    StringBuilder hashes = new StringBuilder();
    for (FormFile file : all) {
      byte[] content = file.content().getBytes();
      check(file.attributes(), file.content().getContentType(), content);
      hashes.append(Sha256.hex(content));
    }
    // From here on they are accepted one by one, so nothing of the request may be left to refuse.
    Instant arrival = arrival(request, key, hashes.toString().getBytes(StandardCharsets.UTF_8));
    List<Accepted> accepted = new ArrayList<>();
    for (FormFile file : all) {
      accepted.add(
          publish(
              file.attributes(),
              file.content().getContentType(),
              file.content().getBytes(),
              arrival));
    }
    return answer(Accepted.of(accepted));
  }

  /// A part without one is a field and no file, and would be left out in silence.
  private static void requireFilenames(HttpServletRequest request)
      throws IOException, ServletException {
    for (Part part : request.getParts()) {
      if (part.getName().equals("file") && part.getSubmittedFileName() == null) {
        throw Refusal.badRequest("名为 file 的部分缺少 filename", "A part named file has no filename");
      }
    }
  }

  /// One file of a form; its content is read when it is needed, so that of several one is in
  /// memory.
  private record FormFile(SubmissionAttributes attributes, MultipartFile content) {}

  private List<FormFile> named(SubmissionAttributes attributes, List<MultipartFile> files) {
    boolean shared = attributes.id() != null && files.size() > 1;
    Set<String> names = new HashSet<>();
    List<FormFile> named = new ArrayList<>();
    for (MultipartFile file : files) {
      if (file.getSize() > maxBytes) {
        throw Refusal.tooLarge(maxBytes);
      }
      SubmissionAttributes own = attributes.withFilename(file.getOriginalFilename());
      if (shared) {
        String name = own.filename();
        if (name == null || !names.add(name)) {
          throw Refusal.badRequest(
              "几个文件共用一个 id 时，每个文件都要有各自的文件名",
              "Where several files share an id, each needs a file name of its own");
        }
        own = own.withId(attributes.id() + "/" + name);
      }
      named.add(new FormFile(own, file));
    }
    return named;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Accepted> envelope(
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    Lane lane = SubmissionAttributes.lane(request);
    intake.admit(lane);
    byte[] body = body(request);
    Submission submission = ContractJson.read(body, Submission.class);
    Caller caller = Caller.of(request::getHeader);
    if (!caller.isOf(submission.source())) {
      throw Refusal.notYourSource(caller, submission.source());
    }
    DocumentId document = SubmissionIdentity.of(submission);
    publisher.publish(
        new Outbound.Event(lane.submissions(), document.value(), submission),
        arrival(request, key, body));
    return answer(Accepted.of(document, submission.source(), submission.id()));
  }

  @PostMapping
  ResponseEntity<Accepted> file(
      HttpServletRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    SubmissionAttributes attributes = SubmissionAttributes.of(request, false);
    intake.admit(attributes.lane());
    byte[] body = body(request);
    String type = statedType(request);
    check(attributes, type, body);
    return answer(publish(attributes, type, body, arrival(request, key, body)));
  }

  /// On Kafka this type would turn the file into an event that names its source, or what it
  /// withdraws, itself: the caller may be neither's.
  private static void refuseEvents(@Nullable String contentType) {
    if (contentType != null && contentType.strip().toLowerCase(Locale.ROOT).startsWith(EVENTS)) {
      throw Refusal.event(contentType);
    }
  }

  /// When a request with a key arrived first; null where it has none.
  private @Nullable Instant arrival(
      HttpServletRequest request, @Nullable String key, byte[] content) {
    return key == null || key.isBlank()
        ? null
        : keys.arrival(Caller.of(request::getHeader), key, content);
  }

  private void check(
      SubmissionAttributes attributes, @Nullable String contentType, byte[] content) {
    if (content.length == 0) {
      throw Refusal.badRequest("文件是空的", "The file is empty");
    }
    refuseEvents(contentType);
    types.refuseAtFirstSight(content, attributes.filename(), contentType);
  }

  private Accepted publish(
      SubmissionAttributes attributes,
      @Nullable String contentType,
      byte[] content,
      @Nullable Instant arrival) {
    DocumentId document = attributes.document(content);
    publisher.publish(
        new Outbound.Raw(
            attributes.lane().submissions(),
            document.value(),
            headers(attributes, contentType),
            content),
        arrival);
    return Accepted.of(document, attributes.source(), attributes.id());
  }

  private static Map<String, String> headers(
      SubmissionAttributes attributes, @Nullable String contentType) {
    Map<String, String> headers = new HashMap<>();
    headers.put(EventHeaders.SPEC_VERSION, "1.0");
    headers.put(EventHeaders.ID, UUID.randomUUID().toString());
    headers.put(EventHeaders.SOURCE, "/" + attributes.source());
    headers.put(EventHeaders.TYPE, FILE_TYPE);
    putIfPresent(headers, EventHeaders.SUBJECT, attributes.id());
    putIfPresent(headers, "ce_filename", attributes.filename());
    putIfPresent(headers, EventHeaders.CONTENT_TYPE, contentType);
    if (attributes.version() != null) {
      headers.put("ce_sourceversion", attributes.version().toString());
    }
    return headers;
  }

  private static void putIfPresent(
      Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  /// Command-line clients say that any body is a form; that is no statement about the file.
  private static @Nullable String statedType(HttpServletRequest request) {
    String type = request.getContentType();
    boolean none =
        type == null
            || type.toLowerCase(Locale.ROOT)
                .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    return none ? null : type;
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > maxBytes) {
      throw Refusal.tooLarge(maxBytes);
    }
    byte[] body = request.getInputStream().readNBytes((int) maxBytes + 1);
    if (body.length > maxBytes) {
      throw Refusal.tooLarge(maxBytes);
    }
    return body;
  }

  private static ResponseEntity<Accepted> answer(Accepted accepted) {
    return ResponseEntity.accepted().header("Location", accepted.journey()).body(accepted);
  }
}
