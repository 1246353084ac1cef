package io.wenliu.index.names;

import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often each speaker is quoted in an article, one keyword each: speaker and number, between
/// them U+001F.
public final class SpeakerCounts {

  private static final char SEPARATOR = '\u001F';

  private SpeakerCounts() {}

  /// Each once.
  public static List<String> speakers(Enrichment enrichment) {
    return enrichment.quotes().stream().map(Quote::speaker).distinct().toList();
  }

  public static List<String> of(Enrichment enrichment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    enrichment.quotes().forEach(quote -> counts.merge(quote.speaker(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> prefix(count.getKey()) + count.getValue())
        .toList();
  }

  /// One keyword taken apart.
  public record SpeakerCount(String speaker, long quotes) {}

  /// @throws IllegalArgumentException if it is none of ours
  public static SpeakerCount parse(String keyword) {
    int separator = keyword.lastIndexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("no count of a speaker: " + keyword);
    }
    return new SpeakerCount(
        keyword.substring(0, separator), Long.parseLong(keyword.substring(separator + 1)));
  }

  /// What the keywords of a speaker begin with.
  public static String prefix(String speaker) {
    return speaker + SEPARATOR;
  }
}
