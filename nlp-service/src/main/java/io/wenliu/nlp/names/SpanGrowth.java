package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lets a name take in what belongs to it and what the tagger, which weighs each character by those
/// beside it, leaves out.
final class SpanGrowth {
  private static final int LONGEST_SITE = 12;
  private static final int LONGEST_SITE_WORD = 5;

  /// The committee of a body is a body: 铁路局党委. Who leads or sits in it is named with the body
  /// itself.
  private static final Pattern COMMITTEE = Pattern.compile("(党委|党组|团委|纪委)(?!书记|副书记|成员|会)");

  /// 真主党武装, not 国民党武装起义.
  private static final Pattern FORCES = Pattern.compile("武装(?!起义|斗争|冲突|夺取)");

  /// What each state has one of; a 国防部长 is somebody.
  private static final Pattern STATE_BODY =
      Pattern.compile("(陆军|海军|空军|国防军|海岸警卫队|议会|内阁|国会|众议院|参议院)(?!长|议员|大厦)");

  /// A company's name ends so where a company's words follow: 稀宇科技副总裁, not a town's 科技创新.
  private static final Pattern TECHNOLOGY =
      Pattern.compile("科技(?=\\(|公司|集团|股份|有限|发布|推出|副总|总裁|总监|总经理|董事|首席|创始|产品|的?展台)");

  private static final int PLACES =
      Gazetteer.LOC | Gazetteer.COUNTRY | Gazetteer.TOWN | Gazetteer.PLACE;

  /// A garrison bears the name of where it is: 驻甲、乙部队.
  private static final String GARRISON = "部队";

  /// What is built or bounded and ends a place's name, never the name of a kind of people or goods.
  private static final Set<String> SITES =
      Set.of(
          "滑雪场", "度假区", "风景区", "景区", "灌区", "库区", "矿区", "林区", "牧区", "水库", "水电站", "核电站", "电站", "体育馆",
          "体育场", "体育中心", "会展中心", "隧道", "大桥", "特大桥", "机场", "高铁站", "火车站", "口岸", "农场", "林场", "牧场",
          "油田", "气田", "煤矿", "湿地", "雪山", "冰川", "草原", "国家公园", "自然保护区", "保护区", "开发区", "产业园", "工业园",
          "烈士陵园", "纪念馆", "博物馆");

  /// Last characters of the sites.
  private static final String SITE_ENDS =
      SITES.stream()
          .map(site -> site.substring(site.length() - 1))
          .distinct()
          .collect(Collectors.joining());

  private final WordTrie gazetteer;

  SpanGrowth(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
  }

  /// @param limit where the next name begins
  Span grown(String text, Span span, int limit) {
    return switch (span.type()) {
      case LOC -> site(text, span, limit);
      case ORG -> part(text, span, limit);
      default -> span;
    };
  }

  /// 位山 into 位山灌区, where only nouns stand between. Not what a country has: 美国机场 are many.
  private Span site(String text, Span span, int limit) {
    if ((gazetteer.categories(text, span.start(), span.end()) & Gazetteer.COUNTRY) != 0) {
      Matcher body = STATE_BODY.matcher(text).region(span.end(), limit).useTransparentBounds(true);
      return body.lookingAt() ? new Span(span.start(), body.end(), EntityType.ORG) : span;
    }
    if ((gazetteer.categories(text, span.start(), span.end()) & PLACES) == 0) {
      Matcher company = TECHNOLOGY.matcher(text).region(span.end(), limit);
      if (company.useTransparentBounds(true).lookingAt()) {
        return new Span(span.start(), company.end(), EntityType.ORG);
      }
    }
    int to = Math.min(limit, span.end() + LONGEST_SITE);
    int stop = span.end();
    while (stop < to && isHan(text.charAt(stop))) {
      stop++;
    }
    String behind = text.substring(span.end(), stop);
    if (!mayHaveSite(behind)) {
      return span;
    }
    WordLattice words = WordLattice.of(behind);
    int end = span.end();
    int i = 0;
    while (i < behind.length()) {
      int site = siteEnd(behind, i);
      if (site > 0) {
        end = span.end() + site;
      } else if (!isNoun(words.pos[i] >> 8)) {
        break;
      }
      i = Math.max(site, words.end[i]);
    }
    return end == span.end() ? span : new Span(span.start(), end, EntityType.LOC);
  }

  /// Spares most places the words behind them.
  private static boolean mayHaveSite(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (SITE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Where the longest kind of site that begins here ends; 0 for none.
  private static int siteEnd(String text, int from) {
    for (int end = Math.min(text.length(), from + LONGEST_SITE_WORD); end > from + 1; end--) {
      if (SITES.contains(text.substring(from, end))) {
        return end;
      }
    }
    return 0;
  }

  /// Nouns, words that stand before them, and what no dictionary has.
  private static boolean isNoun(int pos) {
    return pos == 0 || "nbj".indexOf(pos) >= 0;
  }

  private static Span part(String text, Span span, int limit) {
    Pattern next = text.charAt(span.end() - 1) == '党' ? FORCES : COMMITTEE;
    Matcher matcher = next.matcher(text).region(span.end(), limit).useTransparentBounds(true);
    return matcher.lookingAt() ? new Span(span.start(), matcher.end(), span.type()) : span;
  }

  /// Makes one body of the places of a garrison: 驻甲、乙部队.
  List<Span> withGarrisons(String text, List<Span> spans) {
    List<Span> all = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      int last = garrisonEnd(text, spans, i);
      if (last < 0) {
        all.add(spans.get(i));
      } else {
        int end = spans.get(last).end() + GARRISON.length();
        all.add(new Span(spans.get(i).start() - 1, end, EntityType.ORG));
        i = last;
      }
    }
    return all;
  }

  /// The last place of a garrison that begins with this one; -1 for none.
  private static int garrisonEnd(String text, List<Span> spans, int first) {
    int start = spans.get(first).start();
    boolean free = first == 0 || spans.get(first - 1).end() < start;
    if (!free || start == 0 || text.charAt(start - 1) != '驻') {
      return -1;
    }
    for (int i = first; i < spans.size() && spans.get(i).type() == EntityType.LOC; i++) {
      int end = spans.get(i).end();
      if (text.startsWith(GARRISON, end)) {
        return i;
      }
      boolean listed =
          i + 1 < spans.size() && spans.get(i + 1).start() == end + 1 && text.charAt(end) == '、';
      if (!listed) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }
}
