package io.wenliu.ingest.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a note at an article's end (or head) says about where it comes from and who its authors
/// are.
///
/// @param source the newspaper or agency
/// @param page in that newspaper, without leading zeros
/// @param date of that newspaper
/// @param affiliation the authors' position or house
record SourceNote(
    @Nullable String source,
    @Nullable String page,
    @Nullable PartialDate date,
    @Nullable String affiliation) {
  private static final int LONGEST = 200;

  private static final Pattern PAPER = Pattern.compile("《([^《》]{2,30})》");
  private static final Pattern PAGE = Pattern.compile("第?\\s*0*([A-Z]?[0-9]{1,3})\\s*版");
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:文章来源|稿件来源|资料来源|信息来源|内容来源|来源|原载于|原载|原刊于|原刊|转载自|转自|摘自|摘编自|选自|据|载于|刊于|刊载于|首发于|出处|来稿)\\s*[:：]?\\s*(.*)$");
  private static final Pattern AFFILIATION =
      Pattern.compile(
          "^(?:本文)?(?:作者|第一作者|执笔人|笔者)?(?:均系|均为|分别系|分别为|单位|系|为|简介)\\s*[:：]?\\s*(.{2,120})$");
  private static final Pattern OUTLET =
      Pattern.compile(
          "^[\\u4e00-\\u9fffA-Za-z·]{2,16}(?:报|社|网|刊|志|杂志|电视台|电台|客户端|公众号|频道|中心|通讯|评论|新闻|时讯)$");

  /// Reads a whole note, brackets included or not; null if the text is none.
  static @Nullable SourceNote read(String text) {
    if (text.length() > LONGEST || text.length() < 4) {
      return null;
    }
    boolean bracketed = isOpen(text.charAt(0)) && isClose(text.charAt(text.length() - 1));
    String inner = bracketed ? Spacing.trim(text.substring(1, text.length() - 1)) : text;
    String source = null;
    String page = null;
    PartialDate date = null;
    String affiliation = null;
    boolean any = false;
    for (String part : inner.split("[;；]", -1)) {
      String p = Spacing.trim(part);
      Matcher author = AFFILIATION.matcher(p);
      if (author.matches() && isAffiliation(p)) {
        affiliation = Spacing.withoutSpaces(author.group(1));
        any = true;
        continue;
      }
      Matcher lead = LEAD.matcher(p);
      boolean led = lead.matches();
      String rest = led ? Spacing.trim(lead.group(1)) : p;
      Matcher paper = PAPER.matcher(rest);
      boolean named = paper.find();
      String without = named ? paper.replaceFirst(" ") : rest;
      Matcher day = Dates.DAY.matcher(without);
      PartialDate d = null;
      if (day.find()) {
        d = Dates.read(day);
        if (d != null) {
          without = new StringBuilder(without).replace(day.start(), day.end(), " ").toString();
        }
      }
      Matcher folio = PAGE.matcher(without);
      String f = null;
      if (folio.find()) {
        f = folio.group(1);
        without = new StringBuilder(without).replace(folio.start(), folio.end(), " ").toString();
      }
      String left = Spacing.withoutSpaces(without).replaceAll("[,，:：、。.年期第]|[0-9]+", "");
      boolean outlet = !named && led && OUTLET.matcher(left).matches();
      if (!(named && left.isEmpty() && (led || bracketed)) && !outlet) {
        return null;
      }
      source = named ? Spacing.withoutSpaces(paper.group(1)) : left;
      page = f;
      date = d;
      any = true;
    }
    return any ? new SourceNote(source, page, date, affiliation) : null;
  }

  /// Whether a line may open a note that goes on in the next.
  static boolean mayOpen(String text) {
    if (text.length() < 2) {
      return false;
    }
    String inner = isOpen(text.charAt(0)) ? Spacing.trim(text.substring(1)) : text;
    return !inner.isEmpty()
        && "文稿资信内来原转摘选据载刊首出《作本".indexOf(inner.charAt(0)) >= 0
        && (LEAD.matcher(inner).matches()
            || (isOpen(text.charAt(0)) && inner.charAt(0) == '《')
            || inner.startsWith("作者")
            || inner.startsWith("本文作者"));
  }

  private static boolean isAffiliation(String part) {
    return part.startsWith("作者")
        || part.startsWith("本文作者")
        || part.startsWith("执笔人")
        || part.startsWith("笔者系")
        || part.startsWith("第一作者");
  }

  static boolean isOpen(char c) {
    return c == '（' || c == '(' || c == '【' || c == '[';
  }

  static boolean isClose(char c) {
    return c == '）' || c == ')' || c == '】' || c == ']';
  }
}
