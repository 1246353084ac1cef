package io.wenliu.nlp.values;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The units of measure, counting words and currencies, each with its canonical symbol.
final class Units {
  /// @param kind `money`, `measure` or `count`
  record Unit(String symbol, String kind, int length) {}

  private static final int LONGEST = 8;

  private final Map<String, String[]> units = new HashMap<>();

  Units() {
    try (InputStream in = Units.class.getResourceAsStream("units.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource units.txt");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String kind = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          kind = line.substring(1, line.indexOf(']'));
        } else if (!line.startsWith("#") && !line.isBlank()) {
          for (String entry : line.trim().split("\\s+", -1)) {
            int equals = entry.indexOf('=');
            String symbol = equals < 0 ? entry : entry.substring(equals + 1);
            String written = equals < 0 ? entry : entry.substring(0, equals);
            for (String word : written.split(",", -1)) {
              units.put(word, new String[] {symbol, kind});
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The longest unit that starts at `at`, with `/秒` and the like; null where none does.
  @Nullable Unit at(String text, int at) {
    Unit unit = simple(text, at);
    if (unit == null) {
      return null;
    }
    int end = at + unit.length();
    if (end + 1 < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '／')) {
      Unit per = simple(text, end + 1);
      if (per != null) {
        return new Unit(
            unit.symbol() + "/" + per.symbol(), unit.kind(), unit.length() + 1 + per.length());
      }
    }
    return unit;
  }

  private @Nullable Unit simple(String text, int at) {
    for (int length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
      String[] entry = units.get(text.substring(at, at + length));
      if (entry != null) {
        return new Unit(entry[0], entry[1], length);
      }
    }
    return null;
  }
}
