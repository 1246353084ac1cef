package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rules of the whole repository that neither Maven nor the compiler can express.
class HouseRulesTest {

  private static final Set<String> SERVICES =
      Set.of("ingest-service", "nlp-service", "index-service", "api-gateway");
  private static final Set<String> NAMES_THAT_SAY_NOTHING =
      Set.of("common", "core", "util", "utils");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final int MOST_LINES = 500;

  @Test
  void noServiceDependsOnAnother() {
    assertThat(SERVICES)
        .allSatisfy(service ->
            assertThat(dependencies(service))
                .filteredOn(SERVICES::contains)
                .as(service)
                .containsOnly(service));
  }

  @Test
  void noModuleIsNamedForNothing() {
    // When
    List<String> modules =
        MODULE
            .matcher(Repository.text(Repository.root().resolve("pom.xml")))
            .results()
            .map(module -> module.group(1))
            .toList();

    // Then
    assertThat(modules).isNotEmpty().doesNotContainAnyElementsOf(NAMES_THAT_SAY_NOTHING);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    // When
    Set<Path> unmarked = new TreeSet<>();
    for (Path file : Repository.files(".java")) {
      Path description = file.resolveSibling("package-info.java");
      boolean test = file.toString().contains("/src/test/");
      if (!test
          && (!Files.exists(description)
              || !Repository.text(description).contains("NullMarked")
              || !Repository.text(description).startsWith("///"))) {
        unmarked.add(Repository.root().relativize(description));
      }
    }

    // Then
    assertThat(unmarked).isEmpty();
  }

  @Test
  void noSourceFileIsTooLongToRead() {
    assertThat(sources(text -> text.lines().count() > MOST_LINES)).isEmpty();
  }

  @Test
  void noTestIsSwitchedOff() {
    // Spelt apart, so that this file does not name what it forbids.
    Pattern forbidden = Pattern.compile("@Dis" + "abled\\b");
    assertThat(sources(text -> forbidden.matcher(text).find())).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    assertThat(sources(text -> later.matcher(text).find())).isEmpty();
  }

  private static Set<Path> sources(Predicate<String> broken) {
    Set<Path> found = new TreeSet<>();
    for (Path file : Repository.files(".java")) {
      if (broken.test(Repository.text(file))) {
        found.add(Repository.root().relativize(file));
      }
    }
    return found;
  }

  /// The module's own artifact and those it names.
  private static List<String> dependencies(String module) {
    return ARTIFACT
        .matcher(Repository.text(Repository.root().resolve(module).resolve("pom.xml")))
        .results()
        .map((MatchResult artifact) -> artifact.group(1))
        .toList();
  }
}
