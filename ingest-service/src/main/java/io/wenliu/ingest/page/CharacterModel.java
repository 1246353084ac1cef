package io.wenliu.ingest.page;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/// Counts of neighbouring characters in news text, as [CharacterModelTrainer] writes them.
///
/// Estimates interpolate three characters, two and one. Digits count as one character and Latin
/// letters as another, so that numbers and names of firms do not look rare.
final class CharacterModel implements Continuation {
  static final char START = '\u0002';
  static final char END = '\u0003';
  static final char PARAGRAPH = '\u0004';
  static final char SENTENCE = '\u0005';

  private static final double LOG_RARE = 9.0;

  private final CountTable pairs;
  private final CountTable triples;
  private final int[] singles;
  private final double total;
  private final double paragraphs;
  private final double sentences;

  private CharacterModel(CountTable pairs, CountTable triples) {
    this.pairs = pairs;
    this.triples = triples;
    this.singles = new int[Character.MAX_VALUE + 1];
    double sum = 0;
    for (int i = 0; i < pairs.capacity(); i++) {
      long key = pairs.keyAt(i);
      if (key != 0) {
        singles[(int) (key >>> 16)] += pairs.countAt(i);
        sum += pairs.countAt(i);
      }
    }
    this.total = sum;
    this.paragraphs = Math.max(1, singles[PARAGRAPH]);
    this.sentences = Math.max(1, singles[SENTENCE]);
  }

  /// The model that comes with this package, read once.
  static CharacterModel bundled() {
    return Bundled.MODEL;
  }

  static CharacterModel read(InputStream in) throws IOException {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16))) {
      return new CharacterModel(CountTable.read(data), CountTable.read(data));
    }
  }

  /// What a character counts as: digits alike, Latin letters alike, width and quotes folded.
  static char fold(char c) {
    if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
      return '0';
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      return 'a';
    }
    return switch (c) {
      case '(' -> '（';
      case ')' -> '）';
      case ',' -> '，';
      case ':' -> '：';
      case ';' -> '；';
      case '?' -> '？';
      case '!' -> '！';
      case '"', '「' -> '“';
      case '」' -> '”';
      default -> c;
    };
  }

  @Override
  public double continues(CharSequence left, CharSequence right) {
    int l = left.length();
    int r = right.length();
    if (l == 0 || r == 0) {
      return 0;
    }
    char b = fold(left.charAt(l - 1));
    char a = l > 1 ? fold(left.charAt(l - 2)) : START;
    char c = fold(right.charAt(0));
    char d = r > 1 ? fold(right.charAt(1)) : END;
    double joined = log(a, b, c) + log(b, c, d);
    double apart = Math.log(pair(b, END)) + Math.log(start(c)) + log(START, c, d);
    return joined - apart;
  }

  @Override
  public double opensParagraph(CharSequence text) {
    if (text.length() < 2) {
      return 0;
    }
    char a = fold(text.charAt(0));
    char b = fold(text.charAt(1));
    double paragraph =
        (triples.count(PARAGRAPH, a, b) + 2 * (pairs.count(PARAGRAPH, a) + 1) / paragraphs + 0.2)
            / paragraphs;
    double sentence =
        (triples.count(SENTENCE, a, b) + 2 * (pairs.count(SENTENCE, a) + 1) / sentences + 0.2)
            / sentences;
    return Math.log(paragraph / sentence);
  }

  @Override
  public double rarity(char first, char second) {
    double count = pairs.count(fold(first), fold(second));
    return Math.min(1, Math.max(0, (LOG_RARE - Math.log(1 + count)) / LOG_RARE));
  }

  private double start(char c) {
    return (pairs.count(START, c) + 0.5 + 100 * single(c)) / (singles[START] + 150.0);
  }

  private double single(char c) {
    return (singles[c] + 0.5) / (total + 3000);
  }

  private double pair(char a, char b) {
    double weight = singles[a] / (singles[a] + 20.0);
    double seen = singles[a] == 0 ? 0 : (double) pairs.count(a, b) / singles[a];
    return weight * seen + (1 - weight) * single(b) + 1e-6;
  }

  private double log(char a, char b, char c) {
    double context = pairs.count(a, b);
    double weight = context / (context + 8.0);
    double seen = context == 0 ? 0 : Math.min(1, triples.count(a, b, c) / context);
    return Math.log(0.75 * weight * seen + (1 - 0.75 * weight) * pair(b, c));
  }

  private static final class Bundled {
    private static final CharacterModel MODEL = load();

    private static CharacterModel load() {
      try (InputStream in = CharacterModel.class.getResourceAsStream("characters.bin.gz")) {
        if (in == null) {
          throw new IllegalStateException(
              "characters.bin.gz is missing beside " + CharacterModel.class);
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
