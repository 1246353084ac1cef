package io.wenliu.index.explore.elasticsearch;

import io.wenliu.index.search.Clause;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Makes of a query's words such as can be found in what was said.
///
/// Quotes are indexed by characters alone, where a run of letters and figures is one token: the
/// segmenter's `5` and `g` are in no quote that says 5G, and its `<img` in none at all.
final class QuoteWords {

  private QuoteWords() {}

  /// @return the words with Chinese characters as they are, and in place of the others the runs of
  ///   letters and figures that Elasticsearch's `standard` analyzer finds in the text
  static List<String> of(Clause.Words clause) {
    List<String> words =
        new ArrayList<>(clause.words().stream().filter(QuoteWords::isChinese).toList());
    runs(clause.text()).stream()
        .filter(run -> words.stream().noneMatch(word -> word.contains(run)))
        .distinct()
        .toList()
        .forEach(words::add);
    return words.isEmpty() ? clause.words() : words;
  }

  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new StringReader(text));
      CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        if (!isChinese(term.toString())) {
          runs.add(term.toString());
        }
      }
      tokenizer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return runs;
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
