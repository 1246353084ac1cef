package io.wenliu.index.alerts;

import io.wenliu.contract.Article;
import io.wenliu.index.search.SearchRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;

/// All alerts, turned round: an article is asked which of them it answers.
///
/// Lucene's monitor keeps the alerts by their rarest terms, so that only those are tried whose
/// terms the article has. Thread-safe.
public final class AlertMonitor implements AutoCloseable {

  /// Elasticsearch leaves longer keywords out.
  private static final int LONGEST_KEYWORD = 256;

  private static final int BATCH = 64;

  private final Monitor monitor;

  public AlertMonitor() {
    try {
      monitor =
          new Monitor(
              AlertText.analyzer(),
              new TermFilteredPresearcher(AlertMonitor::weight, List.of(), Set.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /// The more, the rarer it will be.
  private static double weight(Term term) {
    return switch (term.field()) {
      case AlertText.PAIRS -> AlertText.isPair(term.text()) ? 4 : 1;
      case AlertText.WORDS -> 2 + Math.min(term.text().length(), 8);
      default -> 3;
    };
  }

  /// Each takes the place of one with the same id; many at once cost little more than one.
  ///
  /// @param searches by the alert's id
  public void put(Map<String, SearchRequest> searches) {
    List<MonitorQuery> queries = new ArrayList<>(searches.size());
    searches.forEach((id, search) -> queries.add(new MonitorQuery(id, AlertQuery.of(search))));
    try {
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Many at once.
  public void remove(List<String> ids) {
    try {
      monitor.deleteById(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return of each article, the ids of the alerts it answers
  List<Set<String>> match(List<WatchedArticle> articles) {
    List<Set<String>> matches = new ArrayList<>(articles.size());
    for (int start = 0; start < articles.size(); start += BATCH) {
      List<WatchedArticle> batch =
          articles.subList(start, Math.min(start + BATCH, articles.size()));
      matches.addAll(matchBatch(batch));
    }
    return matches;
  }

  private List<Set<String>> matchBatch(List<WatchedArticle> batch) {
    Document[] documents = batch.stream().map(AlertMonitor::document).toArray(Document[]::new);
    try {
      MultiMatchingQueries<QueryMatch> found = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
      if (!found.getErrors().isEmpty()) {
        throw new IllegalStateException(
            "alerts that cannot be tried: " + found.getErrors().keySet());
      }
      List<Set<String>> matches = new ArrayList<>(batch.size());
      for (int i = 0; i < documents.length; i++) {
        matches.add(
            found.getMatches(i).stream().map(QueryMatch::getQueryId).collect(Collectors.toSet()));
      }
      return matches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(WatchedArticle watched) {
    Document document = new Document();
    Article article = watched.article();
    if (article != null) {
      text(document, article.headline());
      text(document, article.subtitle());
      text(document, article.kicker());
      article.paragraphs().forEach(paragraph -> text(document, paragraph));
      article.captions().forEach(caption -> text(document, caption.text()));
    }
    text(document, watched.foldedHeadline());
    each(watched.foldedParagraphs()).forEach(paragraph -> text(document, paragraph));
    WatchedArticle.Words words = watched.enrichment();
    if (words != null) {
      words(document, words.headlineWords());
      each(words.paragraphWords()).forEach(paragraph -> words(document, paragraph));
    }
    each(watched.authors()).forEach(author -> keyword(document, AlertQuery.NAMED, author));
    keyword(document, AlertQuery.NAMED, watched.newspaper());
    keyword(document, "newspaper", watched.newspaper());
    keyword(document, "agency", watched.agency());
    keyword(document, "source", watched.source());
    keyword(document, "kind", watched.kind());
    keywords(document, "authors", watched.authors());
    keywords(document, "people", watched.people());
    keywords(document, "places", watched.places());
    keywords(document, "organisations", watched.organisations());
    keywords(document, "topics", watched.topics());
    keywords(document, "topicLabels", watched.topicLabels());
    if (watched.published() != null) {
      document.add(new LongPoint(AlertQuery.PUBLISHED, watched.published().toEpochDay()));
    }
    return document;
  }

  private static List<String> each(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private static void text(Document document, @Nullable String text) {
    if (text != null) {
      document.add(new TextField(AlertText.PAIRS, text, Field.Store.NO));
    }
  }

  private static void words(Document document, @Nullable String words) {
    if (words != null) {
      document.add(new TextField(AlertText.WORDS, words, Field.Store.NO));
    }
  }

  private static void keywords(Document document, String field, @Nullable List<String> values) {
    each(values).forEach(value -> keyword(document, field, value));
  }

  private static void keyword(Document document, String field, @Nullable String value) {
    if (value != null && value.length() <= LONGEST_KEYWORD) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
