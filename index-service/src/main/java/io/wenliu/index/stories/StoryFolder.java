package io.wenliu.index.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Folds a ranking to one hit a story: reprints go under the printing that ranks highest.
public final class StoryFolder {

  private StoryFolder() {}

  /// A story in a ranking.
  ///
  /// @param first the printing that ranks highest
  /// @param size printings in the ranking, the first included
  public record Story<T>(T first, int size) {}

  /// @param fingerprints of a hit, as [Fingerprints#sample] gives them
  /// @return in the order of the ranking; a longer ranking adds stories behind and printings to
  ///   those before, but changes no order
  public static <T> List<Story<T>> fold(
      List<T> ranking, Function<T, ? extends List<String>> fingerprints) {
    List<Set<String>> leaders = new ArrayList<>();
    Map<String, Set<Integer>> leadersByFingerprint = new HashMap<>();
    Map<Integer, T> firsts = new LinkedHashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (T hit : ranking) {
      Set<String> own = new HashSet<>(fingerprints.apply(hit));
      int story = storyOf(own, leaders, leadersByFingerprint);
      if (story < 0) {
        story = leaders.size();
        leaders.add(own);
        firsts.put(story, hit);
        for (String fingerprint : own) {
          leadersByFingerprint.computeIfAbsent(fingerprint, _ -> new LinkedHashSet<>()).add(story);
        }
      }
      sizes.merge(story, 1, Integer::sum);
    }
    List<Story<T>> stories = new ArrayList<>(firsts.size());
    firsts.forEach((story, first) -> stories.add(new Story<>(first, sizes.getOrDefault(story, 1))));
    return stories;
  }

  private static int storyOf(
      Set<String> own, List<Set<String>> leaders, Map<String, Set<Integer>> leadersByFingerprint) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (String fingerprint : own) {
      candidates.addAll(leadersByFingerprint.getOrDefault(fingerprint, Set.of()));
    }
    return candidates.stream()
        .filter(candidate -> Fingerprints.areReprints(own, leaders.get(candidate)))
        .min(Integer::compare)
        .orElse(-1);
  }
}
