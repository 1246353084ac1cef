package io.wenliu.nlp.words;

import io.wenliu.contract.Article;
import io.wenliu.text.Segmenter;
import io.wenliu.text.Sentences;
import io.wenliu.text.TextSpan;
import io.wenliu.text.Word;
import java.util.ArrayList;
import java.util.List;

/// An article, segmented once for all annotators.
///
/// @param text the paragraphs joined by line feeds, which offsets point into
/// @param headline the headline's words
/// @param paragraphs as many as the article has
public record AnalyzedArticle(
    Article article, String text, List<Word> headline, List<Paragraph> paragraphs) {

  /// How much of an article annotators that weigh its words look at, in UTF-16 units. A newspaper
  /// page has about 8,000; what is longer is a book or an attack.
  public static final int WEIGHED_LENGTH = 50_000;

  public AnalyzedArticle {
    headline = List.copyOf(headline);
    paragraphs = List.copyOf(paragraphs);
  }

  public static AnalyzedArticle of(Article article, Segmenter segmenter) {
    List<Paragraph> paragraphs = new ArrayList<>(article.paragraphs().size());
    int start = 0;
    for (String text : article.paragraphs()) {
      paragraphs.add(new Paragraph(text, start, segmenter.segment(text)));
      start += text.length() + 1;
    }
    return new AnalyzedArticle(
        article, article.text(), segmenter.segment(article.headline()), paragraphs);
  }

  /// An article whose words could not be told.
  public static AnalyzedArticle withoutWords(Article article) {
    List<Paragraph> paragraphs = new ArrayList<>(article.paragraphs().size());
    int start = 0;
    for (String text : article.paragraphs()) {
      paragraphs.add(new Paragraph(text, start, List.of()));
      start += text.length() + 1;
    }
    return new AnalyzedArticle(article, article.text(), List.of(), paragraphs);
  }

  /// The paragraphs that are weighed, from the first on; the last of them may be shortened.
  public List<Paragraph> weighed() {
    if (text.length() <= WEIGHED_LENGTH) {
      return paragraphs;
    }
    List<Paragraph> weighed = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      int rest = WEIGHED_LENGTH - paragraph.start();
      if (rest <= 0) {
        break;
      }
      weighed.add(paragraph.shortenedTo(rest));
    }
    return weighed;
  }

  /// One paragraph.
  ///
  /// @param start UTF-16 offset into the article's text
  /// @param words their offsets point into the paragraph
  public record Paragraph(String text, int start, List<Word> words) {

    /// Its sentences; offsets point into the paragraph.
    public List<TextSpan> sentences() {
      return Sentences.of(text);
    }

    private Paragraph shortenedTo(int length) {
      if (text.length() <= length) {
        return this;
      }
      List<Word> kept = words.stream().takeWhile(word -> word.end() <= length).toList();
      int end = kept.isEmpty() ? 0 : kept.getLast().end();
      return new Paragraph(text.substring(0, end), start, kept);
    }
  }
}
