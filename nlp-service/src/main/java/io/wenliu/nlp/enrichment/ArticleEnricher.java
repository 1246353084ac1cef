package io.wenliu.nlp.enrichment;

import io.wenliu.contract.Article;
import io.wenliu.contract.ArticleEnriched;
import io.wenliu.contract.ArticleExtracted;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.ArticleKind;
import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.contract.Enrichment.Keyphrase;
import io.wenliu.contract.Enrichment.Quote;
import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.contract.Enrichment.Topic;
import io.wenliu.nlp.keyphrases.KeyphraseExtractor;
import io.wenliu.nlp.kind.KindClassifier;
import io.wenliu.nlp.names.NameRecognizer;
import io.wenliu.nlp.quotes.QuoteExtractor;
import io.wenliu.nlp.reprints.ReprintSigner;
import io.wenliu.nlp.summary.Summarizer;
import io.wenliu.nlp.topics.TopicClassifier;
import io.wenliu.nlp.values.ValueRecognizer;
import io.wenliu.nlp.words.AnalyzedArticle;
import io.wenliu.nlp.words.WordStatistics;
import io.wenliu.text.Segmenter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds in an article all that the pipeline wants to know about it.
///
/// The same article gives the same enrichment, whatever came before. A failing annotator costs its
/// own part, whose name then stands in the enrichment, never the article. Every annotator is linear
/// in the article's length. Thread-safe.
public final class ArticleEnricher {

  /// Among the failed annotators of an article that is too long to be weighed to its end: all but
  /// its words, kind and signature then stand for its beginning.
  public static final String SHORTENED = "shortened";

  private static final Logger log = LoggerFactory.getLogger(ArticleEnricher.class);

  private final Segmenter segmenter;
  private volatile AnnotatorObserver observer;
  private final KeyphraseExtractor keyphrases;
  private final Summarizer summarizer;
  private final TopicClassifier topics;
  private final NameRecognizer names = new NameRecognizer();
  private final ValueRecognizer values = new ValueRecognizer();
  private final QuoteExtractor quotes = new QuoteExtractor();
  private final KindClassifier kinds = new KindClassifier();
  private final ReprintSigner signer = new ReprintSigner();

  /// Loads what the annotators need; takes about a second.
  public ArticleEnricher(Segmenter segmenter, AnnotatorObserver observer) {
    this.segmenter = segmenter;
    this.observer = observer;
    WordStatistics statistics = WordStatistics.ofNews();
    this.keyphrases = new KeyphraseExtractor(statistics);
    this.summarizer = new Summarizer(statistics);
    this.topics = new TopicClassifier(statistics);
  }

  /// An enricher that has enriched before: dictionaries are read and classes loaded, so that the
  /// first article takes hardly longer than others. Nobody observes what it did for that.
  public static ArticleEnricher warmedUp(Segmenter segmenter, AnnotatorObserver observer) {
    ArticleEnricher enricher = new ArticleEnricher(segmenter, AnnotatorObserver.NONE);
    WarmUp.articles()
        .forEach(article -> ContractJson.mapper().writeValueAsBytes(enricher.enrich(article)));
    enricher.observer = observer;
    return enricher;
  }

  /// The article with its enrichment, under the same identity and version.
  public ArticleEnriched enrich(ArticleExtracted extracted) {
    return new ArticleEnriched(
        extracted.id(),
        extracted.document(),
        extracted.version(),
        extracted.source(),
        extracted.receivedAt(),
        extracted.article(),
        enrich(extracted.article()));
  }

  /// The enrichment of an article.
  public Enrichment enrich(Article article) {
    Set<String> failed = new TreeSet<>();
    String version = segmenter.version();
    AnalyzedArticle analyzed =
        part(
            failed,
            Annotator.WORDS,
            () -> AnalyzedArticle.of(article, segmenter),
            AnalyzedArticle.withoutWords(article));
    String text = analyzed.text();
    if (text.length() > AnalyzedArticle.WEIGHED_LENGTH) {
      failed.add(SHORTENED);
    }
    List<Keyphrase> phrases =
        part(failed, Annotator.KEYPHRASES, () -> keyphrases.extract(analyzed), List.of());
    List<String> summary =
        part(failed, Annotator.SUMMARY, () -> summarizer.summarize(analyzed), List.of());
    List<Topic> filed = part(failed, Annotator.TOPICS, () -> topics.classify(analyzed), List.of());
    String weighed = text.substring(0, Math.min(text.length(), AnalyzedArticle.WEIGHED_LENGTH));
    List<Entity> named = part(failed, Annotator.NAMES, () -> names.recognize(weighed), List.of());
    @Nullable LocalDate published =
        article.published() == null ? null : article.published().date().orElse(null);
    List<Entity> valued =
        part(failed, Annotator.VALUES, () -> values.recognize(weighed, published), List.of());
    List<Quote> said =
        part(failed, Annotator.QUOTES, () -> quotes.extract(weighed, named), List.of());
    @Nullable ArticleKind kind = optional(failed, Annotator.KIND, () -> kinds.classify(article));
    @Nullable Signature signature = optional(failed, Annotator.SIGNATURE, () -> signer.sign(text));
    return new Enrichment(
        version,
        Segmenter.searchWords(analyzed.headline()),
        analyzed.paragraphs().stream().map(p -> Segmenter.searchWords(p.words())).toList(),
        together(named, valued),
        said,
        phrases,
        summary,
        filed,
        kind,
        signature,
        failed);
  }

  /// Names and values in reading order; a number inside a name is part of the name.
  private static List<Entity> together(List<Entity> names, List<Entity> values) {
    List<Entity> entities = new ArrayList<>(names);
    int next = 0;
    for (Entity value : values) {
      while (next < names.size() && names.get(next).end() <= value.start()) {
        next++;
      }
      boolean inside =
          next < names.size()
              && names.get(next).type() != EntityType.WORK
              && names.get(next).start() < value.end();
      if (!inside) {
        entities.add(value);
      }
    }
    entities.sort(Comparator.comparingInt(Entity::start).thenComparingInt(e -> -e.end()));
    return entities;
  }

  private <T> T part(Set<String> failed, Annotator annotator, Supplier<T> work, T otherwise) {
    T result = optional(failed, annotator, work);
    return result == null ? otherwise : result;
  }

  private <T> @Nullable T optional(
      Set<String> failed, Annotator annotator, Supplier<? extends @Nullable T> work) {
    long started = System.nanoTime();
    boolean threw = true;
    try {
      T result = work.get();
      threw = false;
      return result;
    } catch (RuntimeException | StackOverflowError e) {
      // The one place where anything may be caught: the article matters more than its annotation.
      log.warn("annotator {} failed", annotator.id(), e);
      failed.add(annotator.id());
      return null;
    } finally {
      observer.annotated(annotator, System.nanoTime() - started, threw);
    }
  }
}
