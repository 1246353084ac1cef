package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mends where one of the tagger's spans begins and ends, and what it is, by what a name cannot be.
final class SpanEdges {
  private static final int SHORTEST_ALIAS = 2;
  private static final int LONGEST_TWO_PROVINCES = 6;
  private static final int PLACES = Gazetteer.LOC | Gazetteer.COUNTRY | Gazetteer.TOWN;
  private static final String NEVER_EDGE = " ，。、；：！？《》\n·-—/";
  private static final String OPENING = "（(“‘「[";
  private static final String CLOSING = "）)”’」]";

  /// Ordinary words behind a person's name that are hardly ever its last character.
  private static final String BEHIND_PERSON = "说也都曾将更还却的";

  /// The same and more, which may be, where the text has the name without it too.
  private static final String BESIDE_PERSON = BEHIND_PERSON + "就这要是最并等家为在让把和与及对";

  private static final String BEFORE_PERSON = "像在应到对由从让与为和是";

  /// Titles that persons alone have, not places: not 市长 or 书记.
  private static final Set<String> OF_PERSONS =
      Set.of(
          "总统", "总理", "首相", "议长", "院士", "女士", "先生", "小姐", "教授", "博士", "夫人", "国王", "王子", "公主", "将军",
          "外长", "国务卿", "主席", "大使");

  private static final Set<String> PROVINCES =
      Set.of(
          "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东",
          "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏",
          "宁夏", "新疆", "香港", "澳门");

  private static final Set<String> BEFORE_KINDS =
      Set.of("一个", "一些", "一家", "这个", "这家", "这些", "有的", "许多", "其他", "各", "的", "去", "把", "被", "在");

  /// Kinds of bodies of which there are many, by their bare names.
  private static final Set<String> BARE_KINDS =
      Set.of(
          "组委会", "理事会", "董事会", "监事会", "联合会", "居委会", "委员会", "代表团", "领导小组", "工作领导小组", "工作组", "交易所",
          "证券交易所", "合作社", "商业银行", "中央银行", "行业协会", "跨国公司", "物业公司", "保险公司", "电力公司", "集团公司", "有限公司",
          "股份有限公司", "人民政府", "东道国", "顾问委员会");

  /// Characters that stand for a state beside another's (日韩), or before what speaks for it (伊媒).
  private static final String STATES = "中美俄日韩朝英法德意印越柬缅泰菲澳新加埃以伊沙叙约黎土乌波匈希荷比瑞芬丹欧墨古委哈斐圭塞哥非";

  /// One state by two characters of its name, which stand for two others as well.
  private static final String ETHIOPIA = "埃塞";

  private static final String SPEAKS_FOR_STATE = "方媒";

  /// What belongs to a state though it is listed beside states: 英国苏格兰 is one place.
  private static final Set<String> PARTS_OF_STATES =
      Set.of(
          "关岛", "波多黎各", "英格兰", "苏格兰", "威尔士", "北爱尔兰", "格陵兰", "法罗群岛", "留尼汪", "马提尼克", "瓜德罗普", "百慕大",
          "直布罗陀", "新喀里多尼亚", "索马里兰", "科索沃", "库克群岛", "开曼群岛");

  private final WordTrie gazetteer;

  SpanEdges(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
  }

  /// Cuts off persons' names the words beside them where the text has the names without as well:
  /// 张敏就, 像张敏.
  static List<Span> withoutNeighbours(String text, List<Span> spans) {
    Set<String> persons = new HashSet<>();
    for (Span span : spans) {
      if (span.type() == EntityType.PER) {
        persons.add(text.substring(span.start(), span.end()));
      }
    }
    return spans.stream().map(span -> withoutNeighbour(text, span, persons)).toList();
  }

  private static Span withoutNeighbour(String text, Span span, Set<String> persons) {
    int start = span.start();
    int end = span.end();
    if (span.type() != EntityType.PER || end - start <= SHORTEST_ALIAS) {
      return span;
    }
    if (BESIDE_PERSON.indexOf(text.charAt(end - 1)) >= 0
        && persons.contains(text.substring(start, end - 1))) {
      return new Span(start, end - 1, span.type());
    }
    if (BEFORE_PERSON.indexOf(text.charAt(start)) >= 0
        && persons.contains(text.substring(start + 1, end))) {
      return new Span(start + 1, end, span.type());
    }
    return span;
  }

  /// What is left of a span: nothing, the span itself, a part of it, or two names that a slash or a
  /// comma parts.
  List<Span> mended(String text, Span span) {
    List<Span> parts = new ArrayList<>();
    int start = span.start();
    for (int i = span.start(); i <= span.end(); i++) {
      boolean parted =
          i == span.end() || (span.type() == EntityType.PER && "/、".indexOf(text.charAt(i)) >= 0);
      if (parted) {
        Span part = edged(text, start, i, span.type());
        if (part != null && !isNoName(text, part)) {
          parts.addAll(named(text, typed(text, part)));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private @Nullable Span edged(String text, int from, int to, EntityType type) {
    int start = from;
    int end = to;
    while (start < end && isNeverFirst(text, start, end)) {
      start++;
    }
    while (end > start && isNeverLast(text, start, end)) {
      end--;
    }
    boolean chinese =
        type == EntityType.PER
            && end - start >= 3
            && end - start <= 4
            && (gazetteer.categories(text, start, start + 1) & Gazetteer.SURNAME) != 0
            && gazetteer.categories(text, start, end) == 0;
    if (chinese && BEHIND_PERSON.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return start == end ? null : new Span(start, end, type);
  }

  /// Marks, and a bracket or quotation mark that is not closed, or opened, inside.
  private static boolean isNeverFirst(String text, int start, int end) {
    char c = text.charAt(start);
    int pair = OPENING.indexOf(c);
    return NEVER_EDGE.indexOf(c) >= 0
        || CLOSING.indexOf(c) >= 0
        || (pair >= 0 && text.substring(start, end).indexOf(CLOSING.charAt(pair)) < 0);
  }

  private static boolean isNeverLast(String text, int start, int end) {
    char c = text.charAt(end - 1);
    int pair = CLOSING.indexOf(c);
    return NEVER_EDGE.indexOf(c) >= 0
        || OPENING.indexOf(c) >= 0
        || (pair >= 0 && text.substring(start, end).indexOf(OPENING.charAt(pair)) < 0);
  }

  /// 一个出版社, 的保险公司, 特别行政区: a kind of organisation or place, not one.
  private boolean isBareKind(String text, Span span) {
    if (span.type() == EntityType.LOC) {
      int categories = gazetteer.categories(text, span.start(), span.end());
      return span.length() > 1
          && (categories & (Gazetteer.LOC_TAIL | Gazetteer.LOC)) == Gazetteer.LOC_TAIL;
    }
    if (span.type() != EntityType.ORG) {
      return false;
    }
    if (BARE_KINDS.contains(text.substring(span.start(), span.end()))) {
      return true;
    }
    for (String word : BEFORE_KINDS) {
      int kind = span.start() + word.length();
      if (kind < span.end()
          && text.startsWith(word, span.start())
          && (gazetteer.categories(text, kind, span.end()) & Gazetteer.ORG_TAIL) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isNoName(String text, Span span) {
    return isBareKind(text, span) || isDepartment(text, span) || isOfStates(text, span);
  }

  /// Two states by a character each, 日韩, or whoever speaks for one, 墨方: neither is a name.
  private boolean isOfStates(String text, Span span) {
    if (span.length() != 2 || STATES.indexOf(text.charAt(span.start())) < 0) {
      return false;
    }
    char second = text.charAt(span.end() - 1);
    boolean pair =
        span.type() == EntityType.LOC
            && STATES.indexOf(second) >= 0
            && !text.startsWith(ETHIOPIA, span.start())
            && (gazetteer.categories(text, span.start(), span.end()) & (PLACES | Gazetteer.PLACE))
                == 0;
    return pair || SPEAKS_FOR_STATE.indexOf(second) >= 0;
  }

  /// 民政部门 are the departments of somewhere, not 民政部.
  static boolean isDepartment(String text, Span span) {
    return span.type() == EntityType.ORG
        && text.charAt(span.end() - 1) == '部'
        && text.startsWith("门", span.end());
  }

  /// A name and the short name that it has in brackets are two, but not with the place of its seat;
  /// and so are two provinces, of which neither lies in the other: 香港澳门.
  private List<Span> named(String text, Span span) {
    int opens = text.lastIndexOf('(', span.end() - 1);
    boolean bracketed =
        span.type() == EntityType.ORG
            && opens > span.start() + 1
            && opens + SHORTEST_ALIAS + 1 < span.end()
            && text.charAt(span.end() - 1) == ')'
            && (gazetteer.categories(text, opens + 1, span.end() - 1) & Gazetteer.LOC) == 0;
    if (bracketed) {
      return List.of(
          new Span(span.start(), opens, span.type()),
          new Span(opens + 1, span.end() - 1, span.type()));
    }
    boolean maybeTwo = span.type() == EntityType.LOC && span.length() <= LONGEST_TWO_PROVINCES;
    for (int middle = span.start() + 2; maybeTwo && middle < span.end() - 1; middle++) {
      if (PROVINCES.contains(text.substring(span.start(), middle))
          && PROVINCES.contains(text.substring(middle, span.end()))) {
        return List.of(
            new Span(span.start(), middle, span.type()), new Span(middle, span.end(), span.type()));
      }
    }
    return states(text, span);
  }

  /// Each of the states that are named without a break is a place of its own: 伊朗沙特.
  private List<Span> states(String text, Span span) {
    if (span.type() != EntityType.LOC || isState(text, span.start(), span.end())) {
      return List.of(span);
    }
    List<Span> states = new ArrayList<>();
    int start = span.start();
    for (int end = span.end(); end > start; end--) {
      boolean one = isState(text, start, end);
      if (one && (states.isEmpty() || !PARTS_OF_STATES.contains(text.substring(start, end)))) {
        states.add(new Span(start, end, span.type()));
        start = end;
        end = span.end() + 1;
      }
    }
    return start == span.end() ? states : List.of(span);
  }

  private boolean isState(String text, int start, int end) {
    return (gazetteer.categories(text, start, end) & Gazetteer.COUNTRY) != 0;
  }

  /// A place that no list knows, with a title that only persons have behind it, is a person.
  private Span typed(String text, Span span) {
    if (span.type() != EntityType.LOC || isPlace(text, span)) {
      return span;
    }
    for (int length = 2; length <= 3; length++) {
      int end = Math.min(text.length(), span.end() + length);
      if (OF_PERSONS.contains(text.substring(span.end(), end))) {
        return new Span(span.start(), span.end(), EntityType.PER);
      }
    }
    return span;
  }

  private boolean isPlace(String text, Span span) {
    boolean listed = (gazetteer.categories(text, span.start(), span.end()) & PLACES) != 0;
    for (int tail = span.start() + 1; tail < span.end() && !listed; tail++) {
      listed = (gazetteer.categories(text, tail, span.end()) & Gazetteer.LOC_TAIL) != 0;
    }
    return listed;
  }
}
