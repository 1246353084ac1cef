package io.wenliu.index.search;

import io.wenliu.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Marks what was asked for in the text as it is printed.
///
/// It works on the text, not on the index: so a word is marked however the segmenter has cut it,
/// and in Traditional script and full width too. Marks are the private-use characters [#START] and
/// [#END], which no newspaper prints, so that clients never parse markup out of an article.
public final class Highlighter {

  static final char START = '\uE000';
  static final char END = '\uE001';

  private static final int FRAGMENT = 90;
  private static final int FRAGMENTS = 3;
  private static final String SENTENCE_ENDS = "。！？；!?;";

  private final List<String> needles;

  /// @param needles folded
  public Highlighter(List<String> needles) {
    this.needles =
        needles.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /// The whole text with its marks; null when there is nothing to mark.
  public @Nullable String whole(String text) {
    List<Span> spans = spans(text);
    return spans.isEmpty() ? null : marked(text, 0, text.length(), spans);
  }

  /// The telling passages of the paragraphs in their order, at most three.
  List<String> fragments(List<String> paragraphs) {
    List<Fragment> candidates = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      candidates.addAll(fragments(p, paragraphs.get(p)));
    }
    return candidates.stream()
        .sorted(Comparator.comparingInt(Fragment::weight).reversed())
        .limit(FRAGMENTS)
        .sorted(Comparator.comparingInt(Fragment::paragraph).thenComparingInt(Fragment::start))
        .map(Fragment::text)
        .toList();
  }

  private record Span(int start, int end, int needle) {}

  private record Fragment(int paragraph, int start, int weight, String text) {}

  private List<Fragment> fragments(int paragraph, String text) {
    List<Span> spans = spans(text);
    List<Fragment> fragments = new ArrayList<>();
    int i = 0;
    while (i < spans.size()) {
      int first = i;
      Set<Integer> distinct = new HashSet<>();
      while (i < spans.size() && spans.get(i).end() - spans.get(first).start() <= FRAGMENT) {
        distinct.add(spans.get(i).needle());
        i++;
      }
      if (i == first) {
        distinct.add(spans.get(i).needle());
        i++;
      }
      List<Span> within = spans.subList(first, i);
      int start = start(text, within.getFirst().start(), within.getLast().end());
      int end = end(text, start, within.getLast().end());
      String marked = marked(text, start, end, within);
      fragments.add(new Fragment(paragraph, start, distinct.size() * 100 + within.size(), marked));
    }
    return fragments;
  }

  /// From the sentence's beginning where that is near, else some characters before.
  private static int start(String text, int first, int last) {
    int room = Math.max(0, FRAGMENT - (last - first));
    int earliest = Math.max(0, first - room * 2 / 3);
    for (int i = first; i > earliest; i--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return whole(text, first - earliest > room / 2 && earliest > 0 ? first - room / 2 : earliest);
  }

  private static int end(String text, int start, int last) {
    int latest = Math.min(text.length(), Math.max(last, start + FRAGMENT));
    for (int i = latest; i > last; i--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return whole(text, latest);
  }

  /// Never between the halves of a surrogate pair.
  private static int whole(String text, int index) {
    boolean within =
        index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
    return within ? index - 1 : index;
  }

  private static String marked(String text, int start, int end, List<Span> spans) {
    StringBuilder marked = new StringBuilder(end - start + 2 * spans.size());
    int at = start;
    for (Span span : spans) {
      marked.append(text, at, span.start()).append(START);
      marked.append(text, span.start(), span.end()).append(END);
      at = span.end();
    }
    return marked.append(text, at, end).toString();
  }

  /// Longer needles first; what touches is one span.
  private List<Span> spans(String text) {
    String folded = TextNormalizer.fold(text);
    int[] owner = new int[folded.length()];
    boolean found = false;
    for (int n = 0; n < needles.size(); n++) {
      String needle = needles.get(n);
      for (int i = folded.indexOf(needle); i >= 0; i = folded.indexOf(needle, i + 1)) {
        if (owner[i] == 0 && isWhole(folded, i, i + needle.length())) {
          java.util.Arrays.fill(owner, i, i + needle.length(), n + 1);
          found = true;
        }
      }
    }
    return found ? spans(owner) : List.of();
  }

  private static List<Span> spans(int[] owner) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < owner.length) {
      if (owner[i] == 0) {
        i++;
        continue;
      }
      int start = i;
      while (i < owner.length && owner[i] != 0) {
        i++;
      }
      spans.add(new Span(start, i, owner[start]));
    }
    return spans;
  }

  /// `AI` is not in `AIDS`, nor 5 in 2025.
  private static boolean isWhole(String text, int start, int end) {
    return !(start > 0 && isLatin(text.charAt(start - 1)) && isLatin(text.charAt(start)))
        && !(end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
