package io.wenliu.ingest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fifth step: which article each item belongs to.
///
/// All readings of a page are weighed against each other in one pass that keeps the best few: a
/// headline may stand above or below its text, an article may be interrupted and resumed, a short
/// line may be a heading or a headline. A reading scores by how well headlines are borne out by the
/// words of their texts, by sentences carried on across interruptions, and by how little it jumps.
final class Threads {
  private static final int WIDTH = 12;
  private static final int NARROW_BEAM = 3;
  private static final int HUGE_PAGE = 4000;
  private static final double MARGIN = 14;
  private static final double TITLE_IN_TEXT = 6;
  private static final double TITLE_IN_LEAD = 3;
  private static final double TITLE_AGAIN = 1.5;
  private static final double NEW_HEADED = -3;
  private static final double NEW_PENDING = -2.5;
  private static final double NEW_AFTER_END = -1.5;
  private static final double RESUME = -2.5;
  private static final double RESUME_AFTER_END = -1;
  private static final double AFTER_END = -4;
  private static final double UNFINISHED = -2;
  private static final double LEAD_BELOW = -1.5;
  private static final double UNTITLED = -8;
  private static final double EMPTY = -9;
  private static final double BARE = 1;
  private static final double TITLE_KNOWN = 3;
  private static final double TRUST = 0.7;
  private static final double SURE = 2.5;
  private static final int NOVICE = 3;
  private static final double LATER = 0.5;
  private static final int EARLY = 6;

  /// What became of an item.
  ///
  /// @param article -1 for none
  record Place(int article, Reading.Move move) {}

  private final List<Item> items;
  private final ThreadEvidence evidence;
  private final int lastText;
  private double top;

  private Threads(List<Item> items, Continuation language) {
    this.items = items;
    this.evidence = new ThreadEvidence(items, language);
    int last = items.size() - 1;
    while (last >= 0 && !(items.get(last) instanceof Item.Text)) {
      last--;
    }
    this.lastText = last;
  }

  /// One place for each item.
  static List<Place> of(List<Item> items, Continuation language) {
    return new Threads(items, language).run();
  }

  private List<Place> run() {
    List<Reading> beam = List.of(Reading.start());
    int width = items.size() > HUGE_PAGE ? NARROW_BEAM : WIDTH;
    for (int i = 0; i < items.size(); i++) {
      Beam next = new Beam(width);
      top = Double.NEGATIVE_INFINITY;
      for (Reading reading : beam) {
        extend(reading, i, next);
      }
      beam = next.readings();
    }
    Reading winner = null;
    double best = Double.NEGATIVE_INFINITY;
    for (Reading reading : beam) {
      double score = reading.score();
      for (int d = 0; d < reading.live(); d++) {
        Draft draft = reading.draft(d);
        score += (draft.isPending() ? UNTITLED : 0) + (draft.texts() == null ? EMPTY : 0);
        score += evidence.isOpen(draft.lastText()) ? UNFINISHED : 0;
      }
      if (score > best) {
        best = score;
        winner = reading;
      }
    }
    return trace(winner);
  }

  /// Headings go to the article of the text below them; where a headline comes first, to the one
  /// above.
  private List<Place> trace(@Nullable Reading end) {
    Place[] places = new Place[items.size()];
    int i = items.size() - 1;
    int below = -1;
    for (Reading r = end; r != null && r.move() != Reading.Move.START; r = r.before()) {
      int article = r.article();
      switch (r.move()) {
        case HEADING ->
            article = below >= 0 ? below : r.at() == null ? -1 : r.draft(r.current()).id();
        case GO_ON, RESUME, NEW_TEXT -> below = article;
        default -> below = -1;
      }
      places[i] = new Place(article, r.move());
      i--;
    }
    return List.of(places);
  }

  private void extend(Reading reading, int i, Beam out) {
    switch (items.get(i)) {
      case Item.Text text -> text(reading, i, 0, out);
      case Item.Headline headline -> headline(reading, i, 0, out);
      case Item.ShortLine candidate -> {
        double odds = Math.max(-8, Math.min(8, candidate.odds()));
        double orphan = reading.current() < 0 ? -3 : 0;
        double heading = reading.score() - Math.max(0, odds) * 0.7 + candidate.asHeading() + orphan;
        if (out.admits(heading)) {
          out.add(reading.keep(-1, Reading.Move.HEADING, heading));
        }
        if (odds > -6) {
          headline(reading, i, Math.min(0, odds) * 0.7 - BARE, out);
        }
        if (candidate.asText() > -6) {
          text(reading, i, candidate.asText() - 1, out);
        }
      }
      case Item.Note note -> note(reading, out);
      case Item.Loose loose -> {
        Draft at = reading.at();
        if (out.admits(reading.score())) {
          out.add(reading.keep(at == null ? -1 : at.id(), Reading.Move.LOOSE, reading.score()));
        }
      }
    }
  }

  private void text(Reading reading, int i, double bias, Beam out) {
    Draft at = reading.at();
    boolean opens = evidence.opensWithDateline(i);
    double kinship = at == null ? 0 : evidence.kinship(at, i);
    for (int d = 0; d < reading.live(); d++) {
      Draft draft = reading.draft(d);
      boolean same = d == reading.current();
      double score = reading.score() + bias;
      if (!same) {
        score += at != null && at.closed() && !draft.closed() ? RESUME_AFTER_END : RESUME;
        if (at != null && at.texts() == null) {
          score -= 6;
        }
      }
      if (draft.closed()) {
        score += draft.isPending() ? AFTER_END - 2 : i == lastText ? LEAD_BELOW : AFTER_END;
      }
      if (draft.texts() != null) {
        score += evidence.carriesOn(draft.lastText(), i, same);
        score += same ? kinship : evidence.kinship(draft, i);
        if (opens) {
          score -= 5;
        }
      }
      if (at != null && !same) {
        score -= kinship;
      }
      score -= strangeness(draft, i);
      score += gain(draft, i, !same);
      if (hasHope(score) && out.admits(score)) {
        Reading.Move move = same ? Reading.Move.GO_ON : Reading.Move.RESUME;
        out.add(reading.put(d, grown(draft, i, !same), move, score));
      }
    }
    boolean waiting = at != null && at.texts() == null;
    double score =
        reading.score()
            + bias
            + (at != null && at.closed() ? NEW_AFTER_END : NEW_PENDING)
            - kinship
            + (waiting ? -6 : 0)
            + (opens ? 2 : 0)
            + (at != null && !at.closed() && at.texts() != null ? -1 : 0)
            + (at != null && !at.closed() && at.texts() != null && evidence.isOpen(at.lastText())
                ? -1
                : 0);
    if (hasHope(score) && out.admits(score)) {
      Draft fresh = Draft.pending(reading.created(), at);
      out.add(reading.add(grown(fresh, i, false), Reading.Move.NEW_TEXT, score));
    }
  }

  /// Readings far behind the best never catch up: no headline is worth that much.
  private boolean hasHope(double score) {
    top = Math.max(top, score);
    return score > top - MARGIN;
  }

  /// What the first paragraphs of an article have in common with the one before speaks against a
  /// new article.
  private double strangeness(Draft draft, int i) {
    Draft rival = draft.rival();
    if (rival == null || draft.count() >= NOVICE) {
      return 0;
    }
    return evidence.kinship(rival, i) * (draft.count() == 0 ? 1 : LATER);
  }

  private Draft grown(Draft draft, int i, boolean resumed) {
    long mask = draft.isPending() ? 0 : mask(draft, i, resumed);
    boolean end = draft.closed() || evidence.closes(i);
    return draft.with(i, draft.covered() | mask, draft.texts() == null ? mask : draft.lead(), end);
  }

  /// Which of the headline's words a paragraph bears out; in a long text any word turns up in the
  /// end.
  private long mask(Draft draft, int i, boolean resumed) {
    return resumed || draft.count() < EARLY ? evidence.mask(draft.head(), i) : 0;
  }

  /// What a paragraph adds to the words of the headline that its article bears out.
  private double gain(Draft draft, int i, boolean resumed) {
    if (draft.isPending()) {
      return 0;
    }
    long mask = mask(draft, i, resumed);
    double before = evidence.share(draft.head(), draft.covered());
    double after = evidence.share(draft.head(), draft.covered() | mask);
    double lead = draft.texts() == null ? evidence.share(draft.head(), mask) : 0;
    double again =
        TITLE_AGAIN * (evidence.share(draft.head(), evidence.mask(draft.head(), i)) - 0.1);
    return trust(draft.head()) * (TITLE_IN_TEXT * (after - before) + TITLE_IN_LEAD * lead + again);
  }

  /// How far a headline's words stand in an article that it does not belong to.
  private double knownTo(Draft draft, int head) {
    long mask = 0;
    int n = 0;
    for (Draft.Texts t = draft.texts(); t != null && n < NOVICE; t = t.before()) {
      mask |= evidence.mask(head, t.item());
      n++;
    }
    return evidence.share(head, mask);
  }

  /// A heading's words stand in its section as a headline's do in its text, so that they tell less.
  private double trust(int head) {
    return items.get(head) instanceof Item.ShortLine line && line.odds() < SURE ? TRUST : 1;
  }

  private void headline(Reading reading, int i, double bias, Beam out) {
    Draft at = reading.at();
    boolean waiting = at != null && at.texts() == null;
    double foreign = items.get(i) instanceof Item.ShortLine && at != null ? knownTo(at, i) : 0;
    double above =
        reading.score()
            + bias
            - TITLE_KNOWN * foreign
            + NEW_HEADED
            + (waiting ? EMPTY : 0)
            + (at != null && at.isPending() ? -1.5 : 0)
            + (at != null && !at.closed() && evidence.isOpen(at.lastText()) ? -1.5 : 0);
    if (out.admits(above)) {
      out.add(reading.add(Draft.headed(reading.created(), i, at), Reading.Move.TITLE_ABOVE, above));
    }
    for (int d = 0; d < reading.live(); d++) {
      Draft draft = reading.draft(d);
      if (!draft.isPending()) {
        continue;
      }
      long covered = 0;
      long lead = 0;
      int position = draft.count();
      for (Draft.Texts t = draft.texts(); t != null; t = t.before()) {
        if (position-- <= EARLY) {
          lead = evidence.mask(i, t.item());
          covered |= lead;
        }
      }
      double score =
          reading.score()
              + bias
              + (d == reading.current() ? 0 : -2.5)
              + trust(i)
                  * (TITLE_IN_TEXT * evidence.share(i, covered)
                      + TITLE_IN_LEAD * evidence.share(i, lead));
      if (d == reading.current() && evidence.isOpen(draft.lastText())) {
        score -= 2;
      }
      if (out.admits(score)) {
        out.add(reading.put(d, draft.headedBy(i, covered, lead), Reading.Move.TITLE_BELOW, score));
      }
    }
  }

  private static void note(Reading reading, Beam out) {
    Draft at = reading.at();
    if (at == null) {
      if (out.admits(reading.score() - 2)) {
        out.add(reading.keep(-1, Reading.Move.NOTE, reading.score() - 2));
      }
      return;
    }
    for (int d = 0; d < reading.live(); d++) {
      Draft draft = reading.draft(d);
      boolean same = d == reading.current();
      if (!same && draft.closed()) {
        continue;
      }
      double score = reading.score() + (same ? 0 : -4) + (draft.closed() ? -1.5 : 0);
      if (out.admits(score)) {
        Draft now = draft.texts() == null ? draft : draft.close();
        out.add(reading.put(d, now, Reading.Move.NOTE, score));
      }
    }
  }
}
