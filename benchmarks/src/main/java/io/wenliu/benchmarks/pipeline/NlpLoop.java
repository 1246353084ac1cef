package io.wenliu.benchmarks.pipeline;

import io.wenliu.contract.Article;
import io.wenliu.nlp.enrichment.AnnotatorObserver;
import io.wenliu.nlp.enrichment.ArticleEnricher;
import io.wenliu.text.Segmenter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The NLP alone: enriches articles of a corpus on as many threads as there are processors and
/// prints the articles per second.
///
/// Arguments: the corpus, articles of the measurement, articles before it.
final class NlpLoop {

  private NlpLoop() {}

  public static void main(String[] arguments) throws InterruptedException {
    Corpus corpus = Corpus.read(Path.of(arguments[0]));
    ArticleEnricher enricher = new ArticleEnricher(Segmenter.standard(), AnnotatorObserver.NONE);
    enrichAll(enricher, corpus.first(Integer.parseInt(arguments[2])));
    Corpus measured = corpus.first(Integer.parseInt(arguments[1]));
    long start = System.nanoTime();
    enrichAll(enricher, measured);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(measured.size() / seconds);
  }

  private static void enrichAll(ArticleEnricher enricher, Corpus corpus)
      throws InterruptedException {
    List<Article> articles = corpus.articles().stream().map(Corpus.Entry::article).toList();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger words = new AtomicInteger();
    Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofPlatform()
              .start(() -> {
                for (int n = next.getAndIncrement();
                    n < articles.size();
                    n = next.getAndIncrement()) {
                  words.addAndGet(enricher.enrich(articles.get(n)).headlineWords().length());
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (words.get() == 0) {
      throw new IllegalStateException("the corpus has no words");
    }
  }
}
