package io.wenliu.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaticFilesTest {

  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final long MOST_SCRIPT_BYTES = 300_000;
  private static final Pattern IMPORT = Pattern.compile("from '(\\.{1,2}/[^']+)'");
  private static final Pattern WORD_USED = Pattern.compile("\\bt\\('([^']+)'");
  private static final Pattern WORD_DEFINED = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(STATIC)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<Path> scripts() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".js")).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void noFileNamesAnotherHost(Path file) {
    // When
    String text =
        read(file)
            .replace("http://www.w3.org/2000/svg", "")
            .replace("https://www.apache.org/licenses/LICENSE-2.0", "");

    // Then
    assertThat(text).doesNotContainPattern("(?i)https?:|wss?:|['\"(]//\\w");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void noScriptReadsTextAsMarkup(Path script) {
    assertThat(read(script))
        .doesNotContain(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "DOMParser",
            "createContextualFragment",
            "setHTML",
            "srcdoc",
            "eval(",
            "new Function",
            "javascript:");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyImportLeadsToFile(Path script) {
    assertThat(
            IMPORT
                .matcher(read(script))
                .results()
                .map(found -> script.resolveSibling(found.group(1)).normalize()))
        .allSatisfy(imported -> assertThat(imported).exists());
  }

  @Test
  void pageHoldsNoInlineScriptOrStyle() {
    // When
    String page = read(STATIC.resolve("index.html"));

    // Then
    assertThat(page)
        .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
        .doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=");
  }

  @Test
  void scriptsStayLight() throws IOException {
    assertThat(scripts().stream().mapToLong(StaticFilesTest::size).sum())
        .isPositive()
        .isLessThan(MOST_SCRIPT_BYTES);
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    // Given
    String words = read(STATIC.resolve("app/words.js"));
    int english = words.indexOf("export const english");

    // When
    Map<Boolean, Set<String>> keys =
        WORD_DEFINED
            .matcher(words)
            .results()
            .collect(
                Collectors.partitioningBy(
                    found -> found.start() > english,
                    Collectors.mapping(found -> found.group(1), Collectors.toSet())));

    // Then
    assertThat(keys.get(true)).isNotEmpty().isEqualTo(keys.get(false));
    assertThat(keys.get(true)).containsAll(wordsUsed());
  }

  private static Set<String> wordsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path script : scripts()) {
      WORD_USED.matcher(read(script)).results().forEach(found -> used.add(found.group(1)));
    }
    return used;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    return read(file).length();
  }
}
