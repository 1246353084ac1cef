package io.wenliu.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Folds away how a text is written down: full or half width, case, Traditional or Simplified
/// script, the shape of quotation marks.
///
/// Every UTF-16 unit is folded to exactly one, so an offset into the folded text is the same offset
/// into the text as it stands. What NFKC would expand (`㎡` to `m2`) is therefore left as it is.
/// Thread-safe.
public final class TextNormalizer {

  private static final char[] UNITS = units();

  /// Units that may come out otherwise than they stand, alone or in a phrase.
  private static final boolean[] FOLDED = new boolean[Character.MAX_VALUE + 1];

  /// By their first unit; the longest first.
  private static final Phrase[] @Nullable [] PHRASES = new Phrase[Character.MAX_VALUE + 1][];

  static {
    readTraditional();
  }

  private TextNormalizer() {}

  /// @return of the same length, and the same string if nothing is to be folded
  public static String fold(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (FOLDED[text.charAt(i)]) {
        return foldUnits(text);
      }
    }
    return text;
  }

  private static String foldUnits(String text) {
    char[] folded = text.toCharArray();
    int i = 0;
    while (i < folded.length) {
      Phrase phrase = phraseAt(text, i);
      if (phrase == null) {
        folded[i] = UNITS[folded[i]];
        i++;
      } else {
        phrase.simplified.getChars(0, phrase.simplified.length(), folded, i);
        i += phrase.simplified.length();
      }
    }
    return new String(folded);
  }

  private static @Nullable Phrase phraseAt(String text, int start) {
    Phrase[] phrases = PHRASES[text.charAt(start)];
    if (phrases != null) {
      for (Phrase phrase : phrases) {
        if (text.startsWith(phrase.traditional, start)) {
          return phrase;
        }
      }
    }
    return null;
  }

  private static char[] units() {
    char[] units = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < units.length; c++) {
      units[c] = (char) c;
      if (!Character.isSurrogate((char) c)) {
        String compatible = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        if (compatible.length() == 1) {
          units[c] = Character.toLowerCase(compatible.charAt(0));
        }
      }
    }
    // Chinese punctuation keeps its own shape: sentences and quotations are recognised by it.
    for (char punctuation : "，。！？；：（）".toCharArray()) {
      units[punctuation] = punctuation;
    }
    String from = "「」『』﹁﹂﹃﹄〝〞„‟‚‛〇";
    String to = "“”‘’“”‘’“”“”‘’○";
    for (int i = 0; i < from.length(); i++) {
      units[from.charAt(i)] = to.charAt(i);
    }
    return units;
  }

  /// Reads HanLP's table; where a phrase keeps a character that the table of single characters
  /// would change (乾隆 is not 干隆), the phrase wins.
  private static void readTraditional() {
    Map<Character, List<Phrase>> phrases = new HashMap<>();
    for (String line : HanLpResources.lines(HanLP.Config.tcDictionaryRoot + "t2s.txt")) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        continue;
      }
      String traditional = line.substring(0, equals);
      String simplified = line.substring(equals + 1).strip();
      if (traditional.length() != simplified.length()) {
        continue;
      }
      if (traditional.length() == 1) {
        UNITS[traditional.charAt(0)] = simplified.charAt(0);
      } else if (!Character.isSurrogate(traditional.charAt(0))) {
        addPhrase(phrases, traditional, simplified);
      }
    }
    // Not in the table: Taiwan's and Hong Kong's current forms, and variants that newspapers print.
    String from = "裏麪啓爲衞綫羣峯証鍳滙";
    String to = "里面启为卫线群峰证鉴汇";
    for (int i = 0; i < from.length(); i++) {
      UNITS[from.charAt(i)] = to.charAt(i);
    }
    phrases.forEach((first, list) -> {
      list.sort(Comparator.comparingInt(phrase -> -phrase.traditional.length()));
      PHRASES[first] = list.toArray(Phrase[]::new);
    });
    for (int c = 0; c < UNITS.length; c++) {
      // A compatibility form may be Traditional, and a variant may have a variant.
      for (int step = 0; step < 4; step++) {
        UNITS[c] = UNITS[UNITS[c]];
      }
      FOLDED[c] |= UNITS[c] != c;
    }
  }

  private static void addPhrase(
      Map<Character, List<Phrase>> phrases, String traditional, String simplified) {
    phrases
        .computeIfAbsent(traditional.charAt(0), _ -> new ArrayList<>())
        .add(new Phrase(traditional, simplified));
    for (int i = 0; i < traditional.length(); i++) {
      FOLDED[traditional.charAt(i)] |= traditional.charAt(i) != simplified.charAt(i);
    }
  }

  private record Phrase(String traditional, String simplified) {}
}
