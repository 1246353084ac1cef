package io.wenliu.index.stories;

import io.wenliu.contract.Enrichment.Signature;
import io.wenliu.index.stories.elasticsearch.ReprintCandidates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the other printings of an article.
///
/// They are looked for when they are asked for: so the answer is the same whatever came first, and
/// an article that is withdrawn is in no story any more.
@Component
public class Reprints {

  private final ReprintCandidates candidates;

  Reprints(ReprintCandidates candidates) {
    this.candidates = candidates;
  }

  /// Another printing.
  ///
  /// @param similarity the share of the shorter text's passages that stand in the longer too
  record Reprint(PrintedArticle printing, double similarity) {}

  /// The nearest first.
  ///
  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  List<Reprint> of(String article, @Nullable Signature signature) {
    if (signature == null) {
      return List.of();
    }
    List<Reprint> reprints = new ArrayList<>();
    for (PrintedArticle candidate : candidates.of(article, Fingerprints.sample(signature))) {
      Signature other = candidate.signature();
      double similarity = other == null ? 0 : Fingerprints.similarity(signature, other);
      if (similarity >= Fingerprints.REPRINT) {
        reprints.add(new Reprint(candidate, similarity));
      }
    }
    reprints.sort(Comparator.comparingDouble(Reprint::similarity).reversed());
    return reprints;
  }

  /// The story that an article and its other printings tell.
  ///
  /// @param id the lowest id among its articles, so that each of them names it alike
  /// @param size printings, itself included
  public record Story(String id, int size) {}

  /// @throws io.wenliu.index.elasticsearch.ElasticsearchUnavailableException if it cannot be asked
  ///   now
  public Story storyOf(String article, @Nullable Signature signature) {
    List<Reprint> reprints = of(article, signature);
    String first =
        reprints.stream()
            .map(reprint -> reprint.printing().id())
            .filter(id -> id.compareTo(article) < 0)
            .min(Comparator.naturalOrder())
            .orElse(article);
    return new Story(first, 1 + reprints.size());
  }
}
