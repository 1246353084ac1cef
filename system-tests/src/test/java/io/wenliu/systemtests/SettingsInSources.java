package io.wenliu.systemtests;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every property that a `@ConfigurationProperties` record of a service declares, with its default.
///
/// Read from the sources, since no module may have the classes of all services.
final class SettingsInSources {

  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)");
  private static final Pattern RECORD = Pattern.compile("record (\\w+)\\s*\\(");
  private static final Pattern DEFAULT =
      Pattern.compile("@DefaultValue\\((\\{[^}]*\\}|\"[^\"]*\")\\)");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final SortedMap<String, String> defaults = new TreeMap<>();
  private final String source;

  private SettingsInSources(String source) {
    this.source = source;
  }

  /// Keys with their defaults as written; empty where there is none.
  static SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Path file : Repository.files(".java")) {
      String source = Repository.text(file);
      Matcher prefix = PREFIX.matcher(source);
      if (file.toString().contains("/src/main/") && prefix.find()) {
        Matcher record = RECORD.matcher(source);
        if (record.find(prefix.end())) {
          SettingsInSources settings = new SettingsInSources(source);
          settings.components(prefix.group(1), record.end());
          all.putAll(settings.defaults);
        }
      }
    }
    return all;
  }

  private void components(String prefix, int start) {
    for (String component : split(source.substring(start, closing(start)))) {
      List<String> words =
          List.of(component.replaceAll("@\\w+(\\([^)]*\\))?", "").strip().split("\\s+"));
      String type = words.get(words.size() - 2);
      String key = prefix + "." + kebab(words.getLast());
      Matcher nested = Pattern.compile("record " + Pattern.quote(type) + "\\s*\\(").matcher(source);
      if (nested.find()) {
        components(key, nested.end());
      } else {
        defaults.put(
            key,
            DEFAULT
                .matcher(component)
                .results()
                .map(SettingsInSources::value)
                .findFirst()
                .orElse(""));
      }
    }
  }

  private static String value(MatchResult match) {
    return match.group(1).replaceAll("[{}\"]", "").strip();
  }

  private int closing(int start) {
    int depth = 1;
    int end = start;
    while (depth > 0) {
      depth += depth(source.charAt(end++));
    }
    return end - 1;
  }

  private static List<String> split(String components) {
    List<String> parts = new java.util.ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < components.length(); i++) {
      char c = components.charAt(i);
      depth += depth(c);
      if (c == ',' && depth == 0) {
        parts.add(components.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(components.substring(from));
    return parts;
  }

  private static int depth(char c) {
    return switch (c) {
      case '(', '{', '<' -> 1;
      case ')', '}', '>' -> -1;
      default -> 0;
    };
  }

  private static String kebab(String name) {
    return CAPITAL
        .matcher(name)
        .replaceAll(match -> "-" + match.group().toLowerCase(java.util.Locale.ROOT));
  }
}
