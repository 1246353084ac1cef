package io.wenliu.index.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// How text is taken apart for alerts.
///
/// Characters as Elasticsearch's `standard` analyzer has them, each alone and together with the
/// next: a phrase is then a few pairs, and the rarest pair of an alert, not a single character that
/// stands in every article, decides whether it is tried at all.
final class AlertText {

  /// All text of an article, by characters and pairs of them.
  static final String PAIRS = "pairs";

  /// The segmenter's words.
  static final String WORDS = "words";

  /// As Elasticsearch has between the values of a text field.
  private static final int GAP = 100;

  private static final Analyzer CHARACTERS = characters();

  private AlertText() {}

  static Analyzer analyzer() {
    return new PerFieldAnalyzerWrapper(new WhitespaceAnalyzer(), Map.of(PAIRS, pairs()));
  }

  /// The tokens of a phrase, each alone.
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = CHARACTERS.tokenStream(PAIRS, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /// Two neighbours as one term.
  static String pair(String first, String second) {
    return first + ShingleFilter.DEFAULT_TOKEN_SEPARATOR + second;
  }

  static boolean isPair(String term) {
    return term.indexOf(' ') > 0;
  }

  private static Analyzer characters() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
      }
    };
  }

  private static Analyzer pairs() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(
            tokenizer, new ShingleFilter(new LowerCaseFilter(tokenizer), 2, 2));
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return GAP;
      }
    };
  }
}
