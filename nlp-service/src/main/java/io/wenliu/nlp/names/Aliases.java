package io.wenliu.nlp.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Canonical names that hold in every document: `工信部` is 工业和信息化部.
final class Aliases {
  private final Map<String, String> canonical = new HashMap<>();

  Aliases() {
    try (InputStream in = Aliases.class.getResourceAsStream("alias.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource alias.txt");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] words = line.trim().split("\\s+", -1);
        for (int i = 1; i < words.length; i++) {
          canonical.put(words[i], words[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String canonical(String name) {
    return canonical.getOrDefault(name, name);
  }
}
