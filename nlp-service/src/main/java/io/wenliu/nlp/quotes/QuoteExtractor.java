package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.nlp.names.CodePoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds quotations, direct and reported, with speaker and verb.
///
/// Rules over sentences, verbs of saying and the names found before; linear in the text's length.
/// Immutable, safe for threads.
public final class QuoteExtractor {
  private final Cues cues = new Cues();
  private final QuoteWords words = QuoteWords.load();

  /// @param text the article's text
  /// @param names its persons, places and organisations, offsets in code points of `text`
  /// @return quotations in reading order, none overlapping
  public List<Quote> extract(String text, List<Entity> names) {
    CodePoints points = CodePoints.of(text);
    List<NameIndex.Name> spans = new ArrayList<>();
    for (Entity name : names) {
      if (name.type() == EntityType.PER
          || name.type() == EntityType.LOC
          || name.type() == EntityType.ORG) {
        String canonical =
            name.type() == EntityType.PER && name.name() != null ? name.name() : name.text();
        spans.add(
            new NameIndex.Name(
                points.toUnit(name.start()), points.toUnit(name.end()), name.type(), canonical));
      }
    }
    List<Said> found = new QuoteScan(text, cues, words, new NameIndex(spans)).run();
    List<Quote> quotes = new ArrayList<>();
    for (Said said : found) {
      quotes.add(
          new Quote(
              said.speaker(),
              said.cue(),
              said.direct(),
              text.substring(said.start(), said.end()),
              points.fromUnit(said.start()),
              points.fromUnit(said.end())));
    }
    return quotes;
  }

  /// A quotation in UTF-16 offsets.
  record Said(int start, int end, String speaker, @Nullable String cue, boolean direct) {}
}
