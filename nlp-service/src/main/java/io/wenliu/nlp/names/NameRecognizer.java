package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Finds persons, places and organisations in Chinese text, and links their mentions.
///
/// Takes time linear in the text's length, whatever the text. Immutable, safe for threads.
public final class NameRecognizer {
  static final String MODEL = "names.model";

  private static final int SHORTEST_PIECE = 150;
  private static final int LONGEST_PIECE = 400;

  private final WordTrie gazetteer;
  private final SequenceTagger tagger;
  private final SpanRules rules;
  private final MentionLinker linker;

  /// Loads the model and the gazetteer that ship with this class.
  public NameRecognizer() {
    this(Gazetteer.load().trie(), shippedModel());
  }

  NameRecognizer(WordTrie gazetteer, TagModel model) {
    this.gazetteer = gazetteer;
    this.tagger = new SequenceTagger(model);
    this.rules = new SpanRules(gazetteer);
    this.linker = new MentionLinker(gazetteer);
  }

  /// @param text an article's text, paragraphs parted by line feeds
  /// @return persons, places and organisations, none overlapping, and the titles in 《》, which may
  ///   hold such names; in reading order, offsets in code points
  public List<Entity> recognize(String text) {
    String folded = CharFold.fold(text);
    List<Entity> entities = new ArrayList<>(linker.link(text, folded, spans(folded)));
    CodePoints points = CodePoints.of(text);
    for (WorkFinder.Work work : WorkFinder.find(text)) {
      String title = text.substring(work.start(), work.end());
      entities.add(
          new Entity(
              title,
              EntityType.WORK,
              points.fromUnit(work.start()),
              points.fromUnit(work.end()),
              title,
              work.kind(),
              null,
              null));
    }
    entities.sort(Comparator.comparingInt(Entity::start).thenComparingInt(e -> -e.end()));
    return entities;
  }

  /// The bare spans of a folded text, in UTF-16 offsets.
  List<Span> spans(String folded) {
    return rules.apply(folded, tagged(folded, hash -> false));
  }

  /// The spans on which the tagger agrees with itself when it may not use the gazetteer; empty
  /// where the two answers differ.
  List<Span> agreedSpans(String folded) {
    List<Span> spans = tagged(folded, hash -> false);
    return spans.equals(tagged(folded, hash -> true)) ? spans : List.of();
  }

  private List<Span> tagged(String folded, IntPredicate hidden) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int end : pieces(folded)) {
      String piece = folded.substring(start, end);
      for (Span span : tagger.tag(new SentenceFeatures(piece, gazetteer, hidden))) {
        spans.add(new Span(span.start() + start, span.end() + start, span.type()));
      }
      start = end;
    }
    return spans;
  }

  /// Where to cut the text: after a sentence once a piece is long enough, else at a fixed length.
  static int[] pieces(String text) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean ended = "。！？；\n".indexOf(text.charAt(i)) >= 0 && i - start >= SHORTEST_PIECE;
      if (ended || text.charAt(i) == '\n' || i - start >= LONGEST_PIECE) {
        ends.add(i + 1);
        start = i + 1;
      }
    }
    if (start < text.length()) {
      ends.add(text.length());
    }
    return ends.stream().mapToInt(Integer::intValue).toArray();
  }

  private static TagModel shippedModel() {
    try (InputStream in = NameRecognizer.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + MODEL);
      }
      return TagModel.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
