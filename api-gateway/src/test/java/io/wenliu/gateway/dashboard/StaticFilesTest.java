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
  private static final Pattern LIBRARY = Pattern.compile("'(/webjars/[^']+)'");
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

  @Test
  void everyLibraryThatIsNamedIsServed() throws IOException {
    assertThat(scripts())
        .flatMap(script -> LIBRARY.matcher(read(script)).results().map(m -> m.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(library ->
            assertThat(getClass().getResource("/META-INF/resources" + library)).isNotNull());
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
    // When
    Map<Boolean, Set<String>> keys =
        words()
            .flatMap(StaticFilesTest::wordsDefined)
            .collect(
                Collectors.partitioningBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));

    // Then
    assertThat(keys.get(true)).isNotEmpty().isEqualTo(keys.get(false));
    assertThat(keys.get(true)).containsAll(wordsUsed());
  }

  private static Stream<Path> words() throws IOException {
    return scripts().stream().filter(file -> file.getFileName().toString().startsWith("words"));
  }

  /// Each key of a file of words, and whether it stands among the English ones.
  private static Stream<Map.Entry<String, Boolean>> wordsDefined(Path file) {
    String words = read(file);
    int english = words.indexOf("export const english");
    return WORD_DEFINED
        .matcher(words)
        .results()
        .map(found -> Map.entry(found.group(1), found.start() > english));
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
