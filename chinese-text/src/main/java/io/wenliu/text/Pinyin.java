package io.wenliu.text;

import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Chinese is typed: pinyin without tones, and its initials. Thread-safe.
public final class Pinyin {

  private static final int LONGEST_OVERRIDE = 4;

  /// Where HanLP's table reads a word of the news otherwise than people do.
  private static final Map<String, List<String>> OVERRIDES =
      Map.ofEntries(
          Map.entry("行长", List.of("hang", "zhang")),
          Map.entry("朝阳", List.of("chao", "yang")),
          Map.entry("重庆", List.of("chong", "qing")),
          Map.entry("厦门", List.of("xia", "men")),
          Map.entry("六安", List.of("lu", "an")),
          Map.entry("台州", List.of("tai", "zhou")),
          Map.entry("丽水", List.of("li", "shui")),
          Map.entry("蚌埠", List.of("beng", "bu")),
          Map.entry("东阿", List.of("dong", "e")),
          Map.entry("央行", List.of("yang", "hang")),
          Map.entry("商行", List.of("shang", "hang")),
          Map.entry("行业", List.of("hang", "ye")),
          Map.entry("单于", List.of("chan", "yu")),
          Map.entry("长三角", List.of("chang", "san", "jiao")),
          Map.entry("会计", List.of("kuai", "ji")),
          Map.entry("都市", List.of("du", "shi")));

  private Pinyin() {}

  /// The syllables of the text, joined by single spaces: `xi jin ping`. What is not Chinese stays
  /// as it is, folded; runs of it are one syllable.
  public static String of(String text) {
    return String.join(" ", syllables(text));
  }

  /// The first letters of the syllables: `xjp`.
  public static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : syllables(text)) {
      initials.appendCodePoint(syllable.codePointAt(0));
    }
    return initials.toString();
  }

  private static List<String> syllables(String text) {
    HanLpResources.confine();
    String folded = TextNormalizer.fold(text);
    List<com.hankcs.hanlp.dictionary.py.Pinyin> read = PinyinDictionary.convertToPinyin(folded);
    List<String> syllables = new ArrayList<>(read.size());
    StringBuilder other = new StringBuilder();
    int i = 0;
    while (i < folded.length()) {
      List<String> override = overrideAt(folded, i);
      String syllable =
          override == null && i < read.size() ? read.get(i).getPinyinWithoutTone() : "none";
      if (override == null && syllable.equals("none")) {
        char c = folded.charAt(i);
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          other.append(c);
        } else {
          flush(syllables, other);
        }
        i++;
      } else {
        flush(syllables, other);
        if (override == null) {
          syllables.add(syllable);
          i++;
        } else {
          syllables.addAll(override);
          i += override.size();
        }
      }
    }
    flush(syllables, other);
    return syllables;
  }

  private static void flush(List<String> syllables, StringBuilder other) {
    if (!other.isEmpty()) {
      syllables.add(other.toString());
      other.setLength(0);
    }
  }

  private static @Nullable List<String> overrideAt(String text, int start) {
    int longest = Math.min(LONGEST_OVERRIDE, text.length() - start);
    for (int length = longest; length >= 2; length--) {
      List<String> override = OVERRIDES.get(text.substring(start, start + length));
      if (override != null) {
        return override;
      }
    }
    return null;
  }
}
