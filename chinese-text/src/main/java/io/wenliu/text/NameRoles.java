package io.wenliu.text;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.nr.NRPattern;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import com.hankcs.hanlp.dictionary.nr.TranslatedPersonDictionary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells whether HanLP would look closer for persons' names among the words of a sentence, by its
/// own roles of words and its own patterns of roles.
@SuppressWarnings("EnumOrdinal") // HanLP's own matrix is laid out by ordinals.
final class NameRoles {

  private static final double NEVER_ZERO = 1e-8;
  private static final int RARE = 1000;

  /// Four roles, four bits each, the last one lowest, that end with a pattern of a name.
  private static final boolean[] ENDS_WITH_PATTERN = patterns();

  private static final double[][] FOLLOWS =
      PersonDictionary.transformMatrixDictionary.transititon_probability;
  private static final Roles NONE = of(new EnumItem<>(NR.A, total(NR.A)));
  private static final Roles GIVEN_NAME = givenName();
  private static final Roles TITLE = of(new EnumItem<>(NR.G, NR.K));

  private NameRoles() {}

  /// What a word may be in or beside a name.
  static final class Roles {
    /// Ordinals of [NR].
    private final int[] roles;

    /// How improbable each role makes the word.
    private final double[] costs;

    private Roles(int[] roles, double[] costs) {
      this.roles = roles;
      this.costs = costs;
    }
  }

  static Roles of(String word, CoreDictionary.Attribute attribute) {
    EnumItem<NR> item = PersonDictionary.dictionary.get(word);
    if (item != null) {
      return of(item);
    }
    Nature tag = attribute.nature[0];
    if (tag.equals(Nature.nr) && attribute.totalFrequency <= RARE && word.length() == 2) {
      return GIVEN_NAME;
    }
    return tag.equals(Nature.nnt) ? TITLE : NONE;
  }

  private static Roles of(EnumItem<NR> item) {
    int[] roles = new int[item.labelMap.size()];
    double[] costs = new double[roles.length];
    int i = 0;
    for (Map.Entry<NR, Integer> label : item.labelMap.entrySet()) {
      roles[i] = label.getKey().ordinal();
      costs[i] = Math.log((label.getValue() + NEVER_ZERO) / total(label.getKey()));
      i++;
    }
    return new Roles(roles, costs);
  }

  private static Roles givenName() {
    EnumItem<NR> item = new EnumItem<>();
    item.labelMap.put(NR.X, 2);
    item.labelMap.put(NR.G, 1);
    return of(item);
  }

  private static int total(NR role) {
    return PersonDictionary.transformMatrixDictionary.getTotalFrequency(role);
  }

  /// Whether a pattern of a person's name stands among the words.
  static boolean mayHoldChineseName(DictionaryWord[] words, int count, DictionaryWord end) {
    int last = NR.K.ordinal();
    int window = last;
    for (int i = 0; i <= count; i++) {
      Roles roles = (i == count ? end : words[i]).roles();
      double best = Double.MAX_VALUE;
      int role = last;
      for (int k = 0; k < roles.roles.length; k++) {
        double cost = FOLLOWS[last][roles.roles[k]] - roles.costs[k];
        if (best > cost) {
          best = cost;
          role = roles.roles[k];
        }
      }
      last = role;
      if (role == NR.U.ordinal() || role == NR.V.ordinal()) {
        // One word of these roles is two parts of a name and its surroundings: HanLP splits it.
        return true;
      }
      window = (window << 4 | role) & 0xFFFF;
      if (ENDS_WITH_PATTERN[window]) {
        return true;
      }
    }
    return false;
  }

  /// Whether a foreign name may begin with a word.
  ///
  /// @param next null at the end
  static boolean mayBeginForeignName(Nature tag, @Nullable Nature nextTag, @Nullable String next) {
    return tag.equals(Nature.nrf)
        && next != null
        && (Nature.nrf.equals(nextTag) || TranslatedPersonDictionary.containsKey(next));
  }

  private static boolean[] patterns() {
    boolean[] ends = new boolean[1 << 16];
    for (NRPattern pattern : NRPattern.values()) {
      String roles = pattern.name();
      int bits = 0;
      for (int i = 0; i < roles.length(); i++) {
        bits = bits << 4 | NR.valueOf(roles.substring(i, i + 1)).ordinal();
      }
      int mask = (1 << (4 * roles.length())) - 1;
      for (int window = 0; window < ends.length; window++) {
        ends[window] |= (window & mask) == bits;
      }
    }
    return ends;
  }
}
