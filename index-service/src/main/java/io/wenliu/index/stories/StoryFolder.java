package io.wenliu.index.stories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Folds a ranking to one hit a story: reprints go under the printing that ranks highest.
public final class StoryFolder {

  private static final SortedSet<Integer> NONE = Collections.emptySortedSet();

  private StoryFolder() {}

  /// A story in a ranking.
  ///
  /// @param first the printing that ranks highest
  /// @param size printings in the ranking, the first included
  public record Story<T>(T first, int size) {}

  /// @param fingerprints of a hit, as [Fingerprints#sample] gives them
  /// @return in the order of the ranking; a longer ranking adds stories behind and printings to
  ///   those before, but changes no order
  public static <T> List<Story<T>> fold(List<T> ranking, Function<T, List<String>> fingerprints) {
    List<T> firsts = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Map<Integer, Set<String>> compared = new HashMap<>();
    Map<String, List<Integer>> storiesByFingerprint = new HashMap<>();
    for (T hit : ranking) {
      List<String> own = fingerprints.apply(hit);
      SortedSet<Integer> candidates = candidates(own, storiesByFingerprint);
      Set<String> passages = candidates.isEmpty() ? Set.of() : new HashSet<>(own);
      int story =
          candidates.stream()
              .filter(candidate ->
                  Fingerprints.areReprints(
                      passages,
                      compared.computeIfAbsent(
                          candidate, c -> new HashSet<>(fingerprints.apply(firsts.get(c))))))
              .findFirst()
              .orElse(firsts.size());
      if (story < firsts.size()) {
        sizes.set(story, sizes.get(story) + 1);
      } else {
        firsts.add(hit);
        sizes.add(1);
        for (String fingerprint : own) {
          storiesByFingerprint.computeIfAbsent(fingerprint, _ -> new ArrayList<>(1)).add(story);
        }
      }
    }
    List<Story<T>> stories = new ArrayList<>(firsts.size());
    for (int story = 0; story < firsts.size(); story++) {
      stories.add(new Story<>(firsts.get(story), sizes.get(story)));
    }
    return stories;
  }

  /// Stories whose first printing shares a passage, in their order; for most hits there are none.
  private static SortedSet<Integer> candidates(
      List<String> own, Map<String, List<Integer>> storiesByFingerprint) {
    SortedSet<Integer> candidates = NONE;
    for (String fingerprint : own) {
      List<Integer> stories = storiesByFingerprint.get(fingerprint);
      if (stories != null) {
        candidates = candidates.isEmpty() ? new TreeSet<>() : candidates;
        candidates.addAll(stories);
      }
    }
    return candidates;
  }
}
