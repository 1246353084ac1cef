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

  Checker(TopicWitness topics, IndexContents index) {
    this.topics = topics;
    this.index = index;
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

  /// Every accepted version is counted in one state, and that state is the right one.
  private void lookAtJourneys(Map<DocumentId, Sent> sent, List<String> imbalances) {
    Map<String, String> journeys = index.journeys(sent.keySet());
    sent.forEach((document, state) -> {
      for (long version : state.versions()) {
        String expected =
            state.withdrawn()
                ? "withdrawn"
                : version == state.highest() ? "searchable" : "superseded";
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
