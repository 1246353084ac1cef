package io.wenliu.ingest.page;

import java.util.List;

/// What [Threads] asks of words.
///
/// The same pair of items is asked for by many readings of a page, but only while the later of the
/// two is the item at hand; so one answer is kept for each earlier item.
final class ThreadEvidence {
  private static final int MASK = 64;
  private static final byte KNOWN = 1;
  private static final byte OPENS = 2;
  private static final byte CLOSES = 4;
  private static final byte BROKEN = 8;

  /// Measured on news text: half-sentences score above, unrelated texts below.
  private static final double EVEN = 8;

  /// Pairs of characters; fewer say little.
  private static final double LONG_ENOUGH = 60;

  private static final double KINSHIP = 0.8;
  private static final int LONGEST_TEXT = 4000;

  private final List<Item> items;
  private final Continuation language;
  private final WordSet[] words;
  private final byte[] signs;
  private final double[][] weights;
  private final PairFrequency frequency;
  private final long[] masks;
  private final int[] maskOf;
  private final double[] shared;
  private final int[] sharedOf;
  private final double[] carried;
  private final int[] carriedOf;
  private double[] worth = {};
  private int worthOf = -1;

  ThreadEvidence(List<Item> items, Continuation language) {
    this.items = items;
    this.language = language;
    this.words = new WordSet[items.size()];
    this.signs = new byte[items.size()];
    this.masks = new long[items.size()];
    this.maskOf = new int[items.size()];
    this.shared = new double[items.size()];
    this.sharedOf = new int[items.size()];
    this.carried = new double[items.size()];
    this.carriedOf = new int[items.size()];
    this.weights = new double[items.size()][];
    this.frequency = new PairFrequency();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Text) {
        frequency.add(words(i));
      }
    }
  }

  private String text(int i) {
    return switch (items.get(i)) {
      case Item.Text text -> text.block().text();
      case Item.Headline headline -> headline.head().title();
      case Item.ShortLine candidate -> candidate.head().title();
      case Item.Note note -> note.block().text();
      case Item.Loose loose -> loose.block().text();
    };
  }

  private WordSet words(int i) {
    WordSet set = words[i];
    if (set == null) {
      set = WordSet.of(text(i), LONGEST_TEXT, language);
      words[i] = set;
    }
    return set;
  }

  boolean opensWithDateline(int i) {
    return (signs(i) & OPENS) != 0;
  }

  boolean closes(int i) {
    return (signs(i) & CLOSES) != 0;
  }

  boolean isOpen(int i) {
    return i >= 0 && (signs(i) & BROKEN) != 0;
  }

  private byte signs(int i) {
    byte known = signs[i];
    if (known == 0) {
      String text = text(i);
      boolean closing = Dateline.closing(text) != null;
      known = KNOWN;
      known |= Dateline.opening(text) != null ? OPENS : 0;
      known |= closing ? CLOSES : 0;
      known |= closing || Punctuation.endsWithStop(text) ? 0 : BROKEN;
      signs[i] = known;
    }
    return known;
  }

  /// Which character pairs of a headline a text has.
  long mask(int head, int text) {
    int earlier = Math.min(head, text);
    int later = Math.max(head, text);
    if (maskOf[earlier] != later) {
      maskOf[earlier] = later;
      masks[earlier] = measureMask(words(head), words(text));
    }
    return masks[earlier];
  }

  private static long measureMask(WordSet title, WordSet body) {
    long mask = 0;
    for (int i = 0; i < Math.min(MASK, title.size()); i++) {
      if (body.has(title.pair(i))) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  /// The share of a headline's words that a mask stands for, from 0 to 1.
  double share(int head, long mask) {
    double[] w = weights(head);
    double share = 0;
    for (int i = 0; i < w.length; i++) {
      if ((mask >>> i & 1) != 0) {
        share += w[i];
      }
    }
    return share;
  }

  /// A headline's words by rarity, in the language and on this page; they sum to 1.
  private double[] weights(int head) {
    double[] w = weights[head];
    if (w == null) {
      WordSet title = words(head);
      w = new double[Math.min(MASK, title.size())];
      double all = 0;
      for (int i = 0; i < w.length; i++) {
        w[i] = title.weight(i) * frequency.rarity(title.pair(i));
        all += w[i];
      }
      for (int i = 0; i < w.length; i++) {
        w[i] /= all;
      }
      weights[head] = w;
    }
    return w;
  }

  /// Log-odds for a text to belong with an article's nearest paragraphs.
  double kinship(Draft draft, int i) {
    double sum = 0;
    int size = 0;
    double best = 0;
    int n = 0;
    for (Draft.Texts t = draft.texts(); t != null && n < 3; t = t.before()) {
      double c = pair(t.item(), i);
      best = Math.max(best, c);
      sum += c;
      size += words(t.item()).size();
      n++;
    }
    if (n == 0) {
      return 0;
    }
    double weight = Math.min(1, Math.sqrt(Math.min(size, words(i).size()) / LONG_ENOUGH));
    return weight * odds(0.6 * (best + sum / n) / 2 + 0.4 * pair(draft.first(), i));
  }

  /// Neighbours in one article share 6 % of their words on average, those of two articles 1 %.
  private static double odds(double shared) {
    return KINSHIP * Math.max(-1.6, Math.min(2.3, Math.log((shared + 0.004) / 0.02)));
  }

  private double pair(int a, int b) {
    if (sharedOf[a] != b) {
      sharedOf[a] = b;
      if (worthOf != b) {
        worthOf = b;
        worth = words(b).worth(frequency);
      }
      shared[a] = words(b).sharedWith(words(a), worth);
    }
    return shared[a];
  }

  /// Log-odds for a text to carry on where another stopped; 0 where that one is a whole.
  double carriesOn(int last, int i, boolean adjacent) {
    if (!isOpen(last) || introduces(last)) {
      return startsMidSentence(i) ? -1.5 : 0;
    }
    if (carriedOf[last] != i) {
      carriedOf[last] = i;
      carried[last] = language.continues(text(last), text(i));
    }
    double odds = carried[last];
    return Math.max(-4, Math.min(adjacent ? 0 : 5, (odds - EVEN) * 0.5));
  }

  private boolean startsMidSentence(int i) {
    return Punctuation.neverFirst(text(i).charAt(0));
  }

  private boolean introduces(int i) {
    char last = text(i).charAt(text(i).length() - 1);
    return last == '：' || last == ':' || last == '；';
  }
}
