package io.wenliu.systemtests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Somebody in front of the dashboard; notes what their browser asks for and complains about.
final class Reader implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = 20_000;

  /// A browser without a window shows every page.
  private static final String LOOKED_AT =
      """
      hidden => {
        Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Reader(URI gateway, BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    context.onRequest(request -> {
      if (!gateway.getAuthority().equals(URI.create(request.url()).getAuthority())) {
        foreignRequests.add(request.url());
      }
    });
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /// @param address path and query
  Page open(String address) {
    page.navigate(address);
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /// The first element by this selector that contains the text.
  Locator find(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text)).first();
  }

  /// Kept as a build artifact below `target/screenshots`.
  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /// Puts another tab in front of the page.
  void lookAway() {
    page.evaluate(LOOKED_AT, true);
  }

  /// Brings the page to the front again.
  void lookAgain() {
    page.evaluate(LOOKED_AT, false);
  }

  /// From now on time passes only where the test lets it; the page's clock is to be installed.
  void stopClock() {
    page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 1_000);
  }

  /// Leaves what the page asks for at this path unanswered, for the test to answer.
  List<Route> hold(String path) {
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route(url -> URI.create(url).getPath().equals(path), held::add);
    return held;
  }

  /// Answers at this path with what the supplier has then.
  void answer(String path, Supplier<String> json) {
    page.route(
        url -> URI.create(url).getPath().equals(path),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json.get())));
  }

  /// Waits until one more is held and answers it with these events, after which it ends.
  void answerNext(List<Route> held, String events) {
    page.waitForCondition(() -> !held.isEmpty());
    held.removeFirst()
        .fulfill(new Route.FulfillOptions().setContentType("text/event-stream").setBody(events));
  }

  /// Notes what the page asks for from now on at this path and below.
  List<Request> requests(String path) {
    List<Request> requests = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      if (URI.create(request.url()).getPath().startsWith(path)) {
        requests.add(request);
      }
    });
    return requests;
  }

  /// What was asked of any host but the gateway.
  List<String> foreignRequests() {
    return foreignRequests;
  }

  /// Script errors, failed loads, refusals of the content-security policy, dialogs.
  List<String> complaints() {
    return complaints;
  }

  /// Asking for what is not there, or not yet, is no fault; browsers log it as one.
  void forgive404() {
    complaints.removeIf(complaint -> complaint.contains("status of 404"));
  }

  @Override
  public void close() {
    context.close();
  }
}
