package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of one document, to be found wherever they stand in it.
///
/// They are few: chained by their first characters they are found as fast as by a trie, which would
/// have to be grown for each document.
final class KnownNames {

  private static final int CHAINS = 256;
  private static final int NONE = -1;

  private final String[] names;
  private final EntityType[] types;
  private final int[] first = new int[CHAINS];
  private final int[] next;

  /// @param known no name is empty
  KnownNames(Map<String, EntityType> known) {
    names = new String[known.size()];
    types = new EntityType[names.length];
    next = new int[names.length];
    Arrays.fill(first, NONE);
    int i = 0;
    for (Map.Entry<String, EntityType> name : known.entrySet()) {
      int chain = name.getKey().charAt(0) & (CHAINS - 1);
      names[i] = name.getKey();
      types[i] = name.getValue();
      next[i] = first[chain];
      first[chain] = i++;
    }
  }

  /// The longest name that starts at `from` and ends by `limit`; null where none does.
  @Nullable Span longest(String text, int from, int limit) {
    int best = NONE;
    for (int i = first[text.charAt(from) & (CHAINS - 1)]; i != NONE; i = next[i]) {
      boolean longer = best == NONE || names[i].length() > names[best].length();
      if (longer && from + names[i].length() <= limit && text.startsWith(names[i], from)) {
        best = i;
      }
    }
    return best == NONE ? null : new Span(from, from + names[best].length(), types[best]);
  }
}
