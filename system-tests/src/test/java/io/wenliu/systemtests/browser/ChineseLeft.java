package io.wenliu.systemtests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.wenliu.contract.ContractJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Tells which Chinese on a page is the page's own: what neither an answer of the API nor the
/// address has, and what the page would say itself if it were in Chinese.
final class ChineseLeft {

  /// Up to the end of a sentence: the page puts sentences of a summary side by side.
  private static final Pattern RUN =
      Pattern.compile("[\\p{IsHan}，、；：（）《》]*[\\p{IsHan}，、；：（）《》。！？]");

  private static final Pattern MARKS = Pattern.compile("[\uE000\uE001]");

  /// Every text and every attribute that is read out, each with whether it is all that its element
  /// has; what names its language is meant to be in it.
  private static final String SEEN =
      """
      () => {
        const seen = [[document.title, true]];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!node.parentElement.closest('button[lang]')) {
            seen.push([node.data, node.parentElement.childNodes.length === 1]);
          }
        }
        for (const element of document.querySelectorAll('body *:not(button[lang])')) {
          for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
            if (element.hasAttribute(name)) seen.push([element.getAttribute(name), true]);
          }
        }
        return seen;
      }
      """;

  private static final String WORDS =
      """
      async () => {
        const files = ['words', 'words-access', 'words-explore', 'words-page', 'words-watch'];
        const modules = await Promise.all(files.map(file => import(`/app/${file}.js`)));
        return modules.flatMap(({chinese, english}) =>
            Object.keys(chinese).filter(key => chinese[key] !== english[key]).map(key => chinese[key]));
      }
      """;

  private final Page page;
  private final List<Response> answers = new CopyOnWriteArrayList<>();

  /// To be made before the page is opened.
  ChineseLeft(Page page) {
    this.page = page;
    page.onResponse(answers::add);
  }

  /// @return texts as they stand on the page; empty if all Chinese came from outside
  Set<String> found() {
    List<?> seen = (List<?>) page.evaluate(SEEN);
    Pattern own = own();
    Set<String> stored = stored();
    String all = String.join("\n", stored);
    Set<String> left = new HashSet<>();
    for (Object entry : seen) {
      List<?> pair = (List<?>) entry;
      String text = MARKS.matcher((String) pair.getFirst()).replaceAll("").strip();
      boolean whole = (Boolean) pair.getLast();
      if (stored.contains(text)) {
        continue;
      }
      if ((whole && own.matcher(text).matches())
          || RUN.matcher(text).results().anyMatch(run -> !all.contains(run.group()))) {
        left.add(text);
      }
    }
    return left;
  }

  /// The page's own Chinese; where it has room for numbers, with any numbers.
  private Pattern own() {
    List<?> words = (List<?>) page.evaluate(WORDS);
    return Pattern.compile(
        words.stream()
                .map(String.class::cast)
                .filter(text -> RUN.matcher(text).find())
                .map(text ->
                    Pattern.compile("\\{\\d}")
                        .splitAsStream(text)
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[-\\d\\s.,:%万亿]*")))
                .collect(Collectors.joining("|"))
            + "|[-\\d\\s.,:+]*(\\d\\s*[年月日秒时万亿]|分钟|小时|毫秒|天前|刚刚)[-\\d\\s.,:年月日前]*"
            + "|.* · 文流");
  }

  private Set<String> stored() {
    Set<String> stored = new HashSet<>();
    stored.add(URLDecoder.decode(page.url(), StandardCharsets.UTF_8));
    for (Response answer : new ArrayList<>(answers)) {
      String type = answer.headers().getOrDefault("content-type", "");
      if (answer.url().contains("/api/") && type.contains("json")) {
        collect(ContractJson.mapper().readTree(answer.body()), stored);
      }
    }
    return stored;
  }

  private static void collect(JsonNode node, Set<String> stored) {
    if (node.isString()) {
      stored.add(MARKS.matcher(node.asString()).replaceAll("").strip());
    }
    node.forEach(child -> collect(child, stored));
  }
}
