package io.wenliu.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The installed Chromium. Playwright's own is never downloaded.
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// `-Dwenliu.chromium`, else where Linux distributions and macOS put it.
  static Optional<Path> executable() {
    return Stream.of(
            System.getProperty("wenliu.chromium", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    Path executable =
        executable()
            .orElseThrow(() ->
                new IllegalStateException(
                    "No Chromium, but -Pbrowser asks for one:"
                        + " apt-get install chromium fonts-noto-cjk"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS)));
  }

  /// A reader at a desk: a wide window, light.
  Reader reader(URI gateway) {
    return reader(gateway, 1360, 900, ColorScheme.LIGHT);
  }

  /// A reader with a window of this size in CSS pixels.
  Reader reader(URI gateway, int width, int height, ColorScheme scheme) {
    return new Reader(
        gateway,
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(gateway.toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("zh-CN")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
