package io.wenliu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenliu.contract.Stage;
import io.wenliu.contract.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say is so.
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|([^|]*)\\|.*$");

  @Test
  void everyLinkOfEveryDocumentLeadsSomewhere() {
    // When
    List<String> broken = new ArrayList<>();
    for (Path document : Repository.files(".md")) {
      Matcher link = LINK.matcher(Repository.text(document));
      while (link.find()) {
        String target = link.group(1).replaceAll("#.*", "");
        boolean elsewhere = target.contains("://") || target.startsWith("mailto:");
        if (!elsewhere
            && !target.isEmpty()
            && !Files.exists(document.resolveSibling(target).normalize())) {
          broken.add(Repository.root().relativize(document) + " → " + link.group(1));
        }
      }
    }

    // Then
    assertThat(broken).isEmpty();
  }

  @Test
  void theTableOfTopicsHasTheTopicsOfTheCode() {
    // Given
    String pipeline = Repository.text(Repository.root().resolve("docs/pipeline.md"));

    // When
    List<String> topics = ROW.matcher(pipeline).results().map(row -> row.group(1)).toList();

    // Then
    assertThat(topics)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Topics.ALL.stream(), Arrays.stream(Stage.values()).map(Topics::deadLetters))
                .toList());
  }

  @Test
  void everySettingIsDocumentedWithItsDefault() {
    // Given
    String operations = Repository.text(Repository.root().resolve("docs/operations.md"));

    // When
    SortedMap<String, String> documented = new TreeMap<>();
    ROW.matcher(operations)
        .results()
        .filter(row -> row.group(1).startsWith("wenliu.") && !row.group(2).contains("]("))
        .forEach(row -> documented.put(row.group(1), spaceless(row.group(2))));

    // Then
    SortedMap<String, String> declared = new TreeMap<>();
    SettingsInSources.all().forEach((key, value) -> declared.put(key, spaceless(value)));
    // Its default is a list that stands elsewhere.
    declared.remove("wenliu.ingest.accepted-types");
    assertThat(documented).containsExactlyInAnyOrderEntriesOf(declared);
  }

  private static String spaceless(String value) {
    return value.replace(" ", "");
  }
}
