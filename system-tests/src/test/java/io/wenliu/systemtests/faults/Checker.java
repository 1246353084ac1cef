package io.wenliu.systemtests.faults;

import io.wenliu.contract.ArticleId;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Topics;
import io.wenliu.systemtests.IndexContents;
import io.wenliu.systemtests.faults.Expectation.Sent;
import io.wenliu.systemtests.faults.TopicWitness.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares what a sender sent with what stands on the topics and in the index. It asks no service
/// anything and shares with them only the rule by which ids are made.
final class Checker {

  private final TopicWitness topics;
  private final IndexContents index;
  private final boolean vectors;

  /// Looks at no vectors.
  Checker(TopicWitness topics, IndexContents index) {
    this(topics, index, false);
  }

  /// @param vectors whether every article must have one
  Checker(TopicWitness topics, IndexContents index, boolean vectors) {
    this.topics = topics;
    this.index = index;
    this.vectors = vectors;
  }

  /// @param sources under which everything of the expectation was sent, and nothing else
  Verdict check(Set<String> sources, Expectation expectation) {
    topics.look();
    Map<DocumentId, Sent> sent = expectation.documents();
    List<String> imbalances = new ArrayList<>();
    Map<String, Long> expected = new TreeMap<>();
    NavigableSet<String> missing = new TreeSet<>();
    sent.forEach((document, state) -> {
      lookAtTopics(document, state, imbalances);
      if (!state.withdrawn()) {
        List<String> articles = articles(document, state);
        articles.forEach(article -> expected.put(article, state.highest()));
        if (articles.isEmpty()) {
          missing.add(document.value());
        }
      }
    });

    Map<String, Long> alive = new TreeMap<>();
    sources.forEach(source -> alive.putAll(index.alive(source)));
    NavigableSet<String> extra = new TreeSet<>();
    NavigableSet<String> stale = new TreeSet<>();
    expected.forEach((article, version) -> {
      Long found = alive.get(article);
      if (found == null) {
        missing.add(article);
      } else if (!found.equals(version)) {
        stale.add(article);
      }
    });
    alive.keySet().stream().filter(article -> !expected.containsKey(article)).forEach(extra::add);
    lookAtJourneys(sent, imbalances);
    if (vectors) {
      lookAtVectors(sources, sent, expected, imbalances);
    }
    return new Verdict(expected.size(), missing, extra, stale, imbalances);
  }

  /// How many articles of a source a search may show.
  int alive(String source) {
    return index.alive(source).size();
  }

  /// A page's articles are what its manifest says; all others are known beforehand.
  private List<String> articles(DocumentId document, Sent state) {
    List<String> listed = topics.contents(Topics.ARTICLES).listed(document, state.highest());
    return state.headline() == null
        ? listed
        : ArticleId.ofHeadlines(document, List.of(state.headline())).stream()
            .map(ArticleId::value)
            .toList();
  }

  private void lookAtTopics(DocumentId document, Sent state, List<String> imbalances) {
    if (topics.deadLetters().containsKey(document.value())) {
      imbalances.add(document + " is a dead letter: " + topics.deadLetters().get(document.value()));
    }
    for (long version : state.versions()) {
      if (!topics.hasSubmission(document, version)) {
        imbalances.add(document + ":" + version + " was acknowledged and is not on its topic");
      }
    }
    for (String topic : List.of(Topics.ARTICLES, Topics.ENRICHED)) {
      Contents contents = topics.contents(topic);
      List<String> listed = contents.listed(document, state.highest());
      if (listed.isEmpty()) {
        imbalances.add(document + ":" + state.highest() + " has no manifest on " + topic);
      }
      for (String article : listed) {
        if (!contents.holds(article, state.highest())) {
          imbalances.add(article + ":" + state.highest() + " is listed and not on " + topic);
        }
      }
    }
  }

  /// Every article that must be alive has one vector, at its version, and nothing else that was
  /// sent has one.
  private void lookAtVectors(
      Set<String> sources,
      Map<DocumentId, Sent> sent,
      Map<String, Long> expected,
      List<String> imbalances) {
    Map<String, Long> embedded = new TreeMap<>(index.embedded());
    embedded.keySet().removeIf(article -> !sent.containsKey(new ArticleId(article).document()));
    expected.forEach((article, version) -> {
      if (!version.equals(embedded.get(article))) {
        imbalances.add(
            "the vector of " + article + " is of " + embedded.get(article) + ", not " + version);
      }
    });
    embedded.keySet().stream()
        .filter(article -> !expected.containsKey(article))
        .forEach(article -> imbalances.add(article + " has a vector and is gone"));
    long found = sources.stream().mapToLong(index::vectors).sum();
    if (found != embedded.size()) {
      imbalances.add(found + " vectors that filters find, of " + embedded.size() + " articles");
    }
  }

  /// Every accepted version is counted in one state, and that state is the right one.
  private void lookAtJourneys(Map<DocumentId, Sent> sent, List<String> imbalances) {
    Map<String, String> journeys = index.journeys(sent.keySet());
    sent.forEach((document, state) -> {
      for (long version : state.versions()) {
        String expected = state.stateOf(version);
        String found = journeys.getOrDefault(document + "-" + version, "unknown");
        if (!found.equals(expected)) {
          imbalances.add(
              "the journey of "
                  + document
                  + ":"
                  + version
                  + " says "
                  + found
                  + ", not "
                  + expected);
        }
      }
    });
  }
}
