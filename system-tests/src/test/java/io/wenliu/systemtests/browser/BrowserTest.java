package io.wenliu.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.wenliu.testkit.Names;
import io.wenliu.testkit.SampleDocuments;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// What all browser tests share: a Chromium, the sample pages in the index, and that no reader's
/// browser ever asked another host for anything or had anything to complain about.
@NeedsChromium
@Tag("browser")
abstract class BrowserTest {

  /// Patient: the machine may be running a whole pipeline beside the browser.
  private static final double PATIENCE_MS = 30_000;

  private static @Nullable Chromium chromium;
  private static @Nullable FrontDoor door;

  private final List<Reader> readers = new ArrayList<>();

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  @BeforeAll
  static void startChromium() {
    door = FrontDoor.ofPipeline();
    Samples.submitOnce(door);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static FrontDoor door() {
    if (door == null) {
      throw new IllegalStateException("not started");
    }
    return door;
  }

  /// A reader at a desk.
  final Reader reader() {
    return reader(1360, 900, ColorScheme.LIGHT);
  }

  final Reader reader(int width, int height, ColorScheme scheme) {
    return reader(door().address(), width, height, scheme);
  }

  /// In front of another gateway than the others.
  final Reader reader(URI gateway, int width, int height, ColorScheme scheme) {
    if (chromium == null) {
      throw new IllegalStateException("not started");
    }
    Reader reader = chromium.reader(gateway, width, height, scheme);
    readers.add(reader);
    return reader;
  }

  @AfterEach
  void nothingWasAskedOfAnotherHostAndNothingBroke() {
    try {
      for (Reader reader : readers) {
        assertThat(reader.foreignRequests()).isEmpty();
        assertThat(reader.complaints()).isEmpty();
      }
    } finally {
      readers.forEach(Reader::close);
    }
  }

  /// The five sample pages, submitted once for all browser tests of this JVM.
  static final class Samples {

    static final String SOURCE = Names.unique("browser");

    private static List<List<String>> articles = List.of();

    private Samples() {}

    static synchronized void submitOnce(FrontDoor door) {
      if (articles.isEmpty()) {
        List<String> documents =
            SampleDocuments.SEEDS.stream().map(seed -> door.submit(SOURCE, seed)).toList();
        articles = documents.stream().map(door::awaitSearchable).toList();
      }
    }

    /// Articles of the seeds, page by page in the order of [SampleDocuments#SEEDS].
    static synchronized List<List<String>> articles() {
      return articles;
    }
  }
}
