package io.wenliu.ingest.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Captions end with their photographer: `新华社记者 张涛 摄`, `（王小明 摄）`, `李明摄影报道`, `某某供图`.
final class Captions {
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:^|[\\s。，；：”）)（(、】])\\s*((?:[\\u4e00-\\u9fff]{2,12}(?:记者|通讯员)|记者|通讯员|摄影|图片来源|图片|图|摄影记者)?\\s*[:：/／]?\\s*"
              + "([\\u4e00-\\u9fff·]{1,8}(?:[\\s、，]+[\\u4e00-\\u9fff·]{1,8}){0,7})\\s*(摄影报道|摄影|摄制|供图|摄|绘|制图|发))\\s*(?:[（(]([\\u4e00-\\u9fff]{2,12}(?:发|供图))[）)])?\\s*[）)】]?[。]?$");
  private static final Pattern BY_AGENCY =
      Pattern.compile("(?:新华社|中新社|人民视觉|视觉中国|影像中国|中新网|本报)\\s*(?:发|供图|资料照片|资料图片|发布)[）)]?[。]?$");
  private static final Pattern LABELLED =
      Pattern.compile("^(?:图为|图[①-⑨一二三四五六七八九十0-9]{0,2}[:：]|上图|下图|左图|右图|题图|图片说明|▲|△图|资料图|资料照片)");
  private static final Pattern HOUSE = Pattern.compile("^.*?(?:记者|通讯员|摄影)\\s*[:：]?\\s*");
  private static final int TAIL = 60;
  private static final int LONGEST_CLOSE = 18;

  private Captions() {}

  /// Whether the text ends with a photographer's credit.
  static boolean ends(String text) {
    if (text.length() > 400 || !mayEnd(text)) {
      return false;
    }
    return credit(text) != null || (BY_AGENCY.matcher(tail(text)).find() && hasBody(text));
  }

  /// Whether one of the words that close a credit stands at the end: what nearly all lines lack.
  static boolean mayEnd(String text) {
    int end = text.length();
    for (int i = Math.max(0, end - LONGEST_CLOSE); i < end; i++) {
      char c = text.charAt(i);
      if (c == '摄' || c == '图' || c == '绘' || c == '发' || c == '片' || c == '布') {
        char last = text.charAt(end - 1);
        return i == end - 1 || "摄图绘发道影制片布）)】。".indexOf(last) >= 0;
      }
    }
    return false;
  }

  /// Whether the text says that it is a caption.
  static boolean opens(String text) {
    return !text.isEmpty()
        && "图上下左右题▲△资".indexOf(text.charAt(0)) >= 0
        && LABELLED.matcher(text).lookingAt();
  }

  static PageCaption read(String text) {
    String credit = credit(text);
    if (credit == null) {
      return new PageCaption(text, List.of());
    }
    return new PageCaption(text, photographers(credit));
  }

  private static List<String> photographers(String credit) {
    String names = HOUSE.matcher(credit).replaceFirst("");
    names = names.replaceFirst("\\s*(?:摄影报道|摄影|摄制|供图|摄|绘|制图|发)$", "");
    List<String> parsed = Names.parseAll(Spacing.trim(names));
    if (parsed.isEmpty()) {
      String whole = Spacing.withoutSpaces(names);
      return whole.isEmpty() || whole.length() > 12 || whole.endsWith("社")
          ? List.of()
          : List.of(whole);
    }
    return parsed;
  }

  private static @Nullable String credit(String text) {
    String tail = tail(text);
    Matcher m = CREDIT.matcher(tail);
    String best = null;
    int from = 0;
    while (m.find(from)) {
      String who = Spacing.trim(m.group(1));
      boolean credible =
          who.contains("记者")
              || who.contains("通讯员")
              || who.contains("摄影")
              || (!photographers(who).isEmpty() && named(who));
      if (credible && ("摄".equals(m.group(3)) || (!"发".equals(m.group(3)) && hasBody(text)))) {
        best = who;
        break;
      }
      from = m.start() + 1;
    }
    return best;
  }

  private static boolean named(String credit) {
    String names = credit.replaceFirst("\\s*(?:摄影报道|摄影|摄制|供图|摄|绘|制图|发)$", "");
    return !Names.parseAll(Spacing.trim(HOUSE.matcher(names).replaceFirst(""))).isEmpty();
  }

  private static boolean hasBody(String text) {
    return text.length() > 12;
  }

  private static String tail(String text) {
    return text.length() > TAIL ? text.substring(text.length() - TAIL) : text;
  }
}
