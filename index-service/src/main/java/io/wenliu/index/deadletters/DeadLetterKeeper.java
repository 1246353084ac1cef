package io.wenliu.index.deadletters;

import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Stage;
import io.wenliu.index.deadletters.StoredLetter.State;
import io.wenliu.index.deadletters.elasticsearch.DeadLetterFinder;
import io.wenliu.index.elasticsearch.BulkWriter;
import io.wenliu.index.elasticsearch.ElasticsearchUnavailableException;
import io.wenliu.index.elasticsearch.IndexReader;
import io.wenliu.index.elasticsearch.IndexWrite;
import io.wenliu.index.elasticsearch.RefreshGate;
import io.wenliu.index.elasticsearch.Stored;
import io.wenliu.index.schema.IndexSchema;
import io.wenliu.kafka.deadletters.DeadLetter;
import io.wenliu.kafka.deadletters.DeadLetterBox;
import io.wenliu.kafka.deadletters.DeadLetterEvent;
import io.wenliu.kafka.deadletters.DeadLetterTail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the list of dead letters as their topics tell it, and ends letters.
///
/// The topics are what counts: what this list says can be told anew from them.
@Component
public class DeadLetterKeeper implements DeadLetterTail.Listener {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterKeeper.class);

  private final IndexReader reader;
  private final BulkWriter writer;
  private final RefreshGate refresh;
  private final DeadLetterFinder finder;
  private final DeadLetterBox box;

  DeadLetterKeeper(
      IndexReader reader,
      BulkWriter writer,
      RefreshGate refresh,
      DeadLetterFinder finder,
      DeadLetterBox box) {
    this.reader = reader;
    this.writer = writer;
    this.refresh = refresh;
    this.finder = finder;
    this.box = box;
  }

  /// @throws ElasticsearchUnavailableException if it has to be told again
  @Override
  public void onDeadLetters(List<DeadLetterEvent> news) throws InterruptedException {
    Map<String, StoredLetter> letters = known(news);
    Map<DocumentId, Instant> withdrawn = withdrawals(news);
    List<StoredLetter> toErase = new ArrayList<>();
    for (DeadLetterEvent event : news) {
      switch (event) {
        case DeadLetter letter -> {
          Instant since = withdrawn.get(letter.document());
          boolean taken = since != null && !letter.receivedAt().isAfter(since);
          StoredLetter stored = StoredLetter.of(letter);
          letters.merge(
              letter.id(), stored, (known, now) -> known.state() == State.WAITING ? now : known);
          if (taken && !letter.withdrawal()) {
            toErase.add(stored);
          }
        }
        case DeadLetterEvent.Ended ended -> {
          StoredLetter letter = letters.get(ended.id());
          letters.put(
              ended.id(),
              (letter == null ? StoredLetter.unknown(ended.id()) : letter)
                  .ended(State.of(ended.end()), ended.at()));
        }
      }
    }
    write(letters.values());
    discard(toErase);
  }

  private Map<String, StoredLetter> known(List<DeadLetterEvent> news) {
    Map<String, StoredLetter> letters = new LinkedHashMap<>();
    reader
        .read(
            IndexSchema.DEAD_LETTERS,
            news.stream().map(DeadLetterEvent::id).distinct().toList(),
            StoredLetter.class)
        .forEach((id, stored) -> letters.put(id, stored.value()));
    return letters;
  }

  /// When the documents of these letters were withdrawn, of those that still are.
  private Map<DocumentId, Instant> withdrawals(List<DeadLetterEvent> news) {
    List<String> ids =
        news.stream()
            .filter(DeadLetter.class::isInstance)
            .map(event -> ((DeadLetter) event).document().value())
            .distinct()
            .toList();
    Map<DocumentId, Instant> withdrawn = new LinkedHashMap<>();
    for (Stored<Withdrawal> stored :
        reader
            .read(
                IndexSchema.DOCUMENTS, ids, Withdrawal.class, "documentId", "state", "withdrawnAt")
            .values()) {
      Withdrawal document = stored.value();
      if (document.state().equals("withdrawn") && document.withdrawnAt() != null) {
        withdrawn.put(document.documentId(), document.withdrawnAt());
      }
    }
    return withdrawn;
  }

  /// The part of a document's record that counts here.
  record Withdrawal(DocumentId documentId, String state, @Nullable Instant withdrawnAt) {}

  private void write(Collection<StoredLetter> letters) throws InterruptedException {
    if (letters.isEmpty()) {
      return;
    }
    List<IndexWrite.Outcome> outcomes =
        writer.write(letters.stream().map(StoredLetter::write).toList());
    outcomes.stream()
        .filter(IndexWrite.Refused.class::isInstance)
        .forEach(refused -> log.error("A dead letter cannot be listed: {}", refused));
    refresh.makeVisible(IndexSchema.DEAD_LETTERS);
  }

  /// Puts letters back on their way, those that are done with excepted.
  ///
  /// @return the letters as they are now, without those whose record is gone
  /// @throws io.wenliu.kafka.stage.TransientException if it has to be tried again; some may have
  ///   been put back
  List<StoredLetter> replay(Collection<StoredLetter> letters) throws InterruptedException {
    List<StoredLetter> after = new ArrayList<>();
    try {
      for (StoredLetter letter : letters) {
        DeadLetter.Place place = letter.place();
        if (letter.state() != State.WAITING) {
          after.add(letter);
        } else if (place != null) {
          box.replay(letter.id(), place)
              .ifPresent(at -> after.add(letter.ended(State.REPLAYED, at)));
        }
      }
    } finally {
      write(after);
    }
    return after;
  }

  /// Throws letters away; those that are done with stay as they are.
  ///
  /// @throws io.wenliu.kafka.stage.TransientException if it has to be tried again
  void discard(Collection<StoredLetter> letters) throws InterruptedException {
    Map<Stage, List<String>> ids = new EnumMap<>(Stage.class);
    List<StoredLetter> ended = new ArrayList<>();
    for (StoredLetter letter : letters) {
      Stage stage = letter.stage();
      if (letter.state() == State.WAITING && stage != null) {
        ids.computeIfAbsent(stage, _ -> new ArrayList<>()).add(letter.id());
        ended.add(letter);
      }
    }
    Map<Stage, Instant> at = new EnumMap<>(Stage.class);
    ids.forEach((stage, of) -> at.put(stage, box.discard(of, stage)));
    List<StoredLetter> after = new ArrayList<>();
    for (StoredLetter letter : ended) {
      @Nullable Instant when = at.get(letter.stage());
      if (when != null) {
        after.add(letter.ended(State.DISCARDED, when));
      }
    }
    write(after);
  }

  /// Throws away what waits of withdrawn documents, but not what withdraws them.
  ///
  /// @throws io.wenliu.kafka.stage.TransientException if it has to be tried again
  public void discardOf(Collection<DocumentId> documents) throws InterruptedException {
    List<StoredLetter> letters = finder.waitingOf(documents);
    discard(letters.stream().filter(letter -> !letter.withdrawal()).toList());
  }
}
