package io.wenliu.nlp.enrichment;

/// Is told how each annotator fared, for metrics and benchmarks. Called from many threads.
public interface AnnotatorObserver {

  /// Whom nobody watches.
  AnnotatorObserver NONE = (_, _, _) -> {};

  /// @param failed whether its part of the article is missing
  void annotated(Annotator annotator, long nanos, boolean failed);
}
