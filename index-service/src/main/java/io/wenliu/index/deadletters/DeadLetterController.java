package io.wenliu.index.deadletters;

import io.wenliu.index.deadletters.DeadLetterAnswer.Count;
import io.wenliu.index.deadletters.DeadLetterAnswer.Letter;
import io.wenliu.index.deadletters.DeadLetterAnswer.Opened;
import io.wenliu.index.deadletters.StoredLetter.State;
import io.wenliu.index.deadletters.elasticsearch.DeadLetterFinder;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.index.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists dead letters, shows one, puts them back on their way or throws them away.
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

  private static final int MOST = 100;

  private final DeadLetterFinder finder;
  private final DeadLetterKeeper keeper;
  private final MassReplay massReplay;
  private final IndexReader reader;

  DeadLetterController(
      DeadLetterFinder finder, DeadLetterKeeper keeper, MassReplay massReplay, IndexReader reader) {
    this.finder = finder;
    this.keeper = keeper;
    this.massReplay = massReplay;
    this.reader = reader;
  }

  @GetMapping
  DeadLetterAnswer list(
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String documentId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String cursor) {
    if (size < 1 || size > MOST) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "size-out-of-range", MOST);
    }
    LetterQuery query =
        new LetterQuery(
            given(stage), given(reason), given(source), given(documentId), state(given(state)));
    DeadLetterFinder.Page page = finder.find(query, size, after(cursor));
    return new DeadLetterAnswer(
        page.total(),
        page.letters().stream().map(Letter::of).toList(),
        page.reasons().entrySet().stream()
            .map(reasons -> new Count(reasons.getKey(), reasons.getValue()))
            .toList(),
        page.after().isEmpty() ? null : cursor(page.after()));
  }

  @GetMapping("/{id}")
  Opened show(@PathVariable String id) {
    return Opened.of(letter(id));
  }

  @PostMapping("/{id}/replay")
  ResponseEntity<Letter> replay(@PathVariable String id) throws InterruptedException {
    StoredLetter replayed =
        keeper.replay(List.of(letter(id))).stream()
            .findFirst()
            .orElseThrow(() -> new ApiProblem(HttpStatus.GONE, "dead-letter-gone", id));
    return ResponseEntity.accepted().body(Letter.of(replayed));
  }

  @PostMapping("/{id}/discard")
  ResponseEntity<Letter> discard(@PathVariable String id) throws InterruptedException {
    keeper.discard(List.of(letter(id)));
    return ResponseEntity.accepted().body(Letter.of(letter(id)));
  }

  /// Which letters to put back.
  ///
  /// @param all has to be true where nothing else is said
  record Selection(
      @Nullable String stage,
      @Nullable String reason,
      @Nullable String source,
      @Nullable Boolean all) {}

  /// Answers at once with how many there are; they are put back one after another.
  @PostMapping("/replay")
  ResponseEntity<Map<String, Long>> replay(@RequestBody Selection selection) {
    LetterQuery query =
        new LetterQuery(
            given(selection.stage()),
            given(selection.reason()),
            given(selection.source()),
            null,
            State.WAITING);
    boolean everything = query.equals(new LetterQuery(null, null, null, null, State.WAITING));
    if (everything && !Boolean.TRUE.equals(selection.all())) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "dead-letter-selection");
    }
    return ResponseEntity.accepted().body(Map.of("replayed", massReplay.begin(query)));
  }

  private StoredLetter letter(String id) {
    return reader
        .read(IndexSchema.DEAD_LETTERS, id, StoredLetter.class)
        .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "dead-letter-unknown", id));
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static @Nullable State state(@Nullable String id) {
    if (id == null) {
      return null;
    }
    return Arrays.stream(State.values())
        .filter(state -> state.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "dead-letter-state", id));
  }

  private static String cursor(List<String> after) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(" ", after).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> after(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return List.of();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.matches("-?[0-9]{1,18} [0-9a-f-]{1,64}")) {
        return List.of(text.split(" "));
      }
    } catch (IllegalArgumentException e) {
      throw (ApiProblem) new ApiProblem(HttpStatus.BAD_REQUEST, "cursor-invalid").initCause(e);
    }
    throw new ApiProblem(HttpStatus.BAD_REQUEST, "cursor-invalid");
  }
}
