package io.wenliu.text;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Splits Chinese text into words with their parts of speech: HanLP's bigram lattice with a
/// dictionary of the news, and with rules for dates, numbers and transliterated names.
///
/// Documents and queries must go through segmenters of the same [#version()], or words that stand
/// in the index are not found. Time grows with the length of the text, whatever it is: HanLP sees
/// at most 300 characters at a time. Thread-safe.
public final class Segmenter {

  /// Raised when the same text may be split differently for another reason than a dictionary.
  private static final int RULES = 1;

  private static final int LONGEST_PIECE = 300;
  private static final String PIECE_ENDS = "。！？；，!?;,\n";

  private final @Nullable Path userDictionary;
  private volatile State state;

  private Segmenter(@Nullable Path userDictionary) {
    this.userDictionary = userDictionary;
    this.state = State.of(Lexicon.load(userDictionary));
  }

  /// Knows the words of the project's own news dictionary.
  public static Segmenter standard() {
    return new Segmenter(null);
  }

  /// Knows the words of a user's dictionary too: a line is a word, a blank and a part of speech
  /// (`n` where it is left out); `#` opens a comment.
  ///
  /// @param userDictionary UTF-8; need not exist yet
  /// @throws java.io.UncheckedIOException if it exists and cannot be read
  public static Segmenter withUserDictionary(Path userDictionary) {
    return new Segmenter(userDictionary);
  }

  /// Reads the user's dictionary again. Texts that are being segmented meanwhile are finished with
  /// the words known before.
  ///
  /// @return whether the words, and so the version, have changed
  /// @throws java.io.UncheckedIOException if it cannot be read; the words known before stay
  public boolean reload() {
    Lexicon lexicon = Lexicon.load(userDictionary);
    if (lexicon.hash().equals(state.hash)) {
      return false;
    }
    state = State.of(lexicon);
    return true;
  }

  /// Name and version of the rules and of all dictionaries: `hanlp-1.8.6/wenliu-1/1f0c…`.
  public String version() {
    return HanLpResources.VERSION + "/wenliu-" + RULES + "/" + state.hash;
  }

  /// @return the words in order; white space is in none of them, every other character is in one
  public List<Word> segment(String text) {
    State known = state;
    Lattice lattice = new Lattice(known.vocabulary);
    String folded = TextNormalizer.fold(text);
    List<Word> words = new ArrayList<>(text.length() / 2 + 1);
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    while (start < folded.length()) {
      if (isSpace(folded.charAt(start))) {
        start++;
        continue;
      }
      int end = pieceEnd(folded, start);
      tokens.clear();
      if (!lattice.read(folded, start, end, tokens)) {
        addTokens(known.segment, folded, start, end, tokens);
      }
      for (Token token : WordMerger.merge(tokens)) {
        words.add(word(text, token));
      }
      start = end;
    }
    return words;
  }

  /// The words that an index keeps and a query asks for: folded, without punctuation, joined by
  /// single spaces.
  public String searchWords(String text) {
    return searchWords(segment(text));
  }

  /// The same for a text that is segmented already.
  public static String searchWords(List<Word> words) {
    StringBuilder joined = new StringBuilder(words.size() * 3);
    for (Word word : words) {
      if (word.isSearchable()) {
        joined.append(joined.isEmpty() ? "" : " ").append(word.form());
      }
    }
    return joined.toString();
  }

  private static int pieceEnd(String text, int start) {
    int limit = Math.min(text.length(), start + LONGEST_PIECE);
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        return i;
      }
      // A comma or a point between digits belongs to the number.
      if (PIECE_ENDS.indexOf(c) >= 0 && !isBetweenDigits(text, i)) {
        return i + 1;
      }
    }
    if (limit < text.length() && Character.isHighSurrogate(text.charAt(limit - 1))) {
      return limit - 1;
    }
    return limit;
  }

  private static boolean isBetweenDigits(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private static Word word(String text, Token token) {
    String form = token.form();
    String surface =
        text.startsWith(form, token.start()) ? form : text.substring(token.start(), token.end());
    return new Word(surface, form, token.tag(), token.start());
  }

  private static void addTokens(
      Segment segment, String text, int start, int end, List<Token> tokens) {
    char[] piece = new char[end - start];
    text.getChars(start, end, piece, 0);
    int offset = start;
    for (Term term : segment.seg(piece)) {
      int next = offset + term.word.length();
      tokens.add(new Token(term.word, term.nature.toString(), offset));
      offset = next;
    }
    if (offset != end) {
      // HanLP lost or added characters: without its words, each character is one.
      tokens.clear();
      for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
        tokens.add(new Token(Character.toString(text.codePointAt(i)), "x", i));
      }
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' ' ? isBlank(c) : c >= '\u007F' && c < '\u4E00' && isBlank(c);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  @Override
  public String toString() {
    return new StringJoiner(", ", "Segmenter[", "]").add(version()).toString();
  }

  private record State(Segment segment, Vocabulary vocabulary, String hash) {
    static State of(Lexicon lexicon) {
      Segment segment =
          new ViterbiSegment()
              .enableNameRecognize(true)
              .enableTranslatedNameRecognize(true)
              .enableJapaneseNameRecognize(false)
              .enablePlaceRecognize(false)
              .enableOrganizationRecognize(false)
              .enablePartOfSpeechTagging(true)
              .enableCustomDictionaryForcing(true);
      segment.customDictionary = lexicon.words();
      return new State(segment, lexicon.vocabulary(), lexicon.hash());
    }
  }
}
