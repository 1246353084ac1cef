package io.wenliu.nlp.bench;

import io.wenliu.nlp.bench.NameBench.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes this project's names as the sets of the nineties mark them, so that they can be compared.
///
/// Where the two conventions differ, by rule, never by item. Read off what those sets mark again
/// and again; what the rules add is right in nine of ten places:
///
/// - one character that stands for a place is one, also inside a word (中美, 在京, 港澳, 京剧, 华人, 奥运);
/// - each level of an address is a place of its own, also before a body's name, and so is a country
///   before its city;
/// - a place before its government or army is a place without it (北京市 in 北京市政府, 美 in 美军);
/// - a ministry before 长 is one (外交部 in 外交部长), with the country before it;
/// - committees of the party, services of the army and congresses are bodies by their bare nouns
///   (市委, 纪委, 海军, 十五大), governments are not (市政府);
/// - a session belongs to its body (第九届全国人大);
/// - a surname before a title is a person (李 in 李先生);
/// - the earth and the planets are places.
///
/// This project's own convention has none of them: outermost names, titles outside, no bare nouns,
/// no single characters.
final class OlderConvention {

  private static final String COUNTRY = "[中美日俄英德法韩朝印巴澳葡菲缅越蒙奥欧埃以阿意泰]";

  /// Those that stand beside another and are no other word there.
  private static final String PARTNER = "[中美俄英法韩朝印巴澳葡菲缅越蒙欧埃泰]";

  private static final String PLACE = "[京沪津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔滇陕甘青宁新藏桂蒙港澳台]";
  private static final String SURNAME =
      "[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔崔邱秦江史侯邵孟段雷钱汤尹黎贺毛]";
  private static final String ENDS = "省市县区州镇乡村";

  private static final List<Rule> BARE =
      List.of(
          places("(?<!其)(" + PARTNER + ")(" + PARTNER + ")(?![元方德])", "(巴|阿|美)(以)", "(以)(巴)"),
          places("(?<![\\d０-９近今即当同])(日)(" + PARTNER + ")", "(" + PARTNER + ")(日)(?![元方\\d])"),
          places(
              "(?<!其)(" + COUNTRY + ")(?=两国|双边|双方|关系|籍|方|军|国内|总统|总理|首相|外长|外交|国会|议会|政府|官员|贸易|首都)"),
          places("(俄)(?![文语式])"),
          places("(?<=[访赴抵驻])(?<!采访)(" + COUNTRY + ")"),
          places("(?<=[对访来在驻抵援侵])(华)"),
          places("(?<=[在来赴抵进离返驻晋回])([京沪港穗])(?!剧)"),
          places("([港粤])([港澳台])([澳台])?"),
          places("([黄江])(淮)", "(青|川|滇)(藏)"),
          places("(" + PLACE + ")(?=[剧菜])", "(" + PLACE + ")(?=[北南东西中][部的山]|[北南东西]地区)"),
          places("(?<!升)(华)(?=[人侨裔工商])", "([中藏蒙])(?=[医药])", "([奥亚])(?=运)"),
          places("(地球|月球|火星|木星|土星|金星|水星|海王星|太阳系|银河系)"),
          bodies("(十[二三四五六]大)"),
          bodies("((?:[省市县区地州]|团[省市县])委)(?![员托派任会])", "(?<![监军])(纪委)(?![员])"),
          bodies("(?<![东南西北])([海空陆]军)(?![官人区事基])", "(武警|红军|八路军)"),
          bodies("((?:外交|国防|内政|财政|司法|农业|教育|卫生|文化|劳动|交通)部)(?=长)"),
          persons("(" + SURNAME + ")(?=先生|小姐|女士|太太|老师|大夫|教授|某|老[说汉师]|大[爷妈娘嫂]|师傅|主席|总理)"));

  private static final Pattern GOVERNMENT = Pattern.compile("(.*?)(人民)?(政府|军方|当局|军队)");
  private static final Pattern NO_PLACE = Pattern.compile("[省市县区乡镇村]?|中央|联邦|各级|地方");
  private static final Pattern ARMY = Pattern.compile(COUNTRY + "军");
  private static final Pattern MINISTRY = Pattern.compile("前?[\\u4e00-\\u9fff]{2,5}?部(?=长)");
  private static final Pattern SESSION = Pattern.compile("(第[\\d０-９一二三四五六七八九十]+|首)届$");
  private static final Pattern BEHIND_PROVINCE =
      Pattern.compile("(?:[\\u4e00-\\u9fff]{1,5}[市县区州旗]).*");
  private static final Pattern BUILDING =
      Pattern.compile(".*(馆|院|厅|厦|场|堂|园|寺|宫|站|港|桥|路|楼|店|中心|部|塔|城|区)");

  /// What goes on like this is not a level below: 朝鲜半岛, 约旦河西岸, 巴西利亚.
  private static final Pattern ONE_NAME =
      Pattern.compile("(特别行政区|半岛|共和国|联盟|河|利亚|兰|[省市特回维壮自人洋海]|军区).*");

  /// Countries as the Java platform calls them (CLDR), and provinces with and without their level.
  private static final Set<String> UPPER = upper();

  private OlderConvention() {}

  /// @param text without characters beyond the basic plane, as those sets are
  static Set<Name> of(String text, Set<Name> names) {
    Set<Name> mapped = new HashSet<>();
    boolean[] covered = new boolean[text.length() + 1];
    for (Name name : names) {
      for (Name part : parts(text, name)) {
        mapped.add(part);
      }
      Arrays.fill(covered, name.start(), name.end(), true);
    }
    for (Name name : List.copyOf(mapped)) {
      withMinistry(text, name, mapped, covered);
    }
    for (Rule rule : BARE) {
      rule.add(text, covered, mapped);
    }
    return mapped;
  }

  /// What the older sets mark where this project marks one name.
  private static List<Name> parts(String text, Name name) {
    String words = text.substring(name.start(), name.end());
    if (name.type().equals("LOC")) {
      return levels(words, name);
    }
    if (!name.type().equals("ORG")) {
      return List.of(name);
    }
    Matcher government = GOVERNMENT.matcher(words);
    if (government.matches()) {
      String place = government.group(1);
      Name front = new Name(name.start(), name.start() + place.length(), "LOC");
      return NO_PLACE.matcher(place).matches() ? List.of() : levels(place, front);
    }
    if (ARMY.matcher(words).matches()) {
      return List.of(new Name(name.start(), name.start() + 1, "LOC"));
    }
    int province = upperLevel(words);
    if (province > 0 && BEHIND_PROVINCE.matcher(words.substring(province)).matches()) {
      return List.of(
          new Name(name.start(), name.start() + province, "LOC"),
          new Name(name.start() + province, name.end(), "ORG"));
    }
    Matcher session = SESSION.matcher(text).region(Math.max(0, name.start() - 8), name.start());
    return List.of(session.find() ? new Name(session.start(), name.end(), "ORG") : name);
  }

  private static List<Name> levels(String words, Name place) {
    List<Name> levels = new ArrayList<>();
    int from = 0;
    if (words.length() == 2 && words.matches("[黄江]淮|青藏|川藏|港澳|港台|巴以|亚欧")) {
      levels.add(new Name(place.start(), place.start() + 1, "LOC"));
      from = 1;
    }
    int upper = upperLevel(words);
    while (upper > from && upper < words.length() - 1) {
      String rest = words.substring(upper);
      if (BUILDING.matcher(rest).matches() && ENDS.indexOf(words.charAt(upper - 1)) < 0) {
        break;
      }
      levels.add(new Name(place.start() + from, place.start() + upper, "LOC"));
      from = upper;
      upper = from + upperLevel(rest);
    }
    boolean address = ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
    for (int i = from + 1; address && i + 2 < words.length(); i++) {
      boolean level = "省市县".indexOf(words.charAt(i)) >= 0;
      if (level && ENDS.indexOf(words.charAt(i + 1)) < 0) {
        levels.add(new Name(place.start() + from, place.start() + i + 1, "LOC"));
        from = i + 1;
      }
    }
    levels.add(new Name(place.start() + from, place.end(), "LOC"));
    return levels;
  }

  /// The length of the country or province that a longer name begins with; 0 for none.
  private static int upperLevel(String words) {
    int longest = 0;
    for (String upper : UPPER) {
      if (upper.length() > longest && words.startsWith(upper)) {
        longest = upper.length();
      }
    }
    return longest + 1 < words.length() && !ONE_NAME.matcher(words.substring(longest)).matches()
        ? longest
        : 0;
  }

  private static void withMinistry(String text, Name place, Set<Name> mapped, boolean[] covered) {
    Matcher ministry = MINISTRY.matcher(text).region(place.end(), text.length());
    if (place.type().equals("LOC")
        && UPPER.contains(text.substring(place.start(), place.end()))
        && ministry.useTransparentBounds(true).lookingAt()) {
      mapped.remove(place);
      mapped.add(new Name(place.start(), ministry.end(), "ORG"));
      Arrays.fill(covered, place.start(), ministry.end(), true);
    }
  }

  private static Set<String> upper() {
    Set<String> upper = new TreeSet<>(Comparator.reverseOrder());
    for (String code : Locale.getISOCountries()) {
      upper.add(Locale.of("", code).getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
    }
    for (String province :
        ("河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南" + " 陕西 甘肃 青海 台湾")
            .split(" ", -1)) {
      upper.add(province);
      upper.add(province + "省");
    }
    upper.addAll(
        List.of(
            "北京",
            "天津",
            "上海",
            "重庆",
            "北京市",
            "天津市",
            "上海市",
            "重庆市",
            "香港",
            "澳门",
            "内蒙古",
            "广西",
            "西藏",
            "宁夏",
            "新疆",
            "内蒙古自治区",
            "广西壮族自治区",
            "西藏自治区",
            "宁夏回族自治区",
            "新疆维吾尔自治区",
            "印尼",
            "沙特",
            "朝鲜",
            "南斯拉夫",
            "缅甸"));
    return upper;
  }

  private static Rule places(String... patterns) {
    return new Rule(Pattern.compile(String.join("|", patterns)), "LOC");
  }

  private static Rule bodies(String... patterns) {
    return new Rule(Pattern.compile(String.join("|", patterns)), "ORG");
  }

  private static Rule persons(String... patterns) {
    return new Rule(Pattern.compile(String.join("|", patterns)), "PER");
  }

  /// Each group of the pattern is a name where nothing else has been found.
  private record Rule(Pattern pattern, String type) {

    void add(String text, boolean[] covered, Set<Name> mapped) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        boolean free = true;
        for (int i = matcher.start(); i < matcher.end(); i++) {
          free &= !covered[i];
        }
        for (int group = 1; free && group <= matcher.groupCount(); group++) {
          if (matcher.start(group) >= 0 && matcher.end(group) > matcher.start(group)) {
            mapped.add(new Name(matcher.start(group), matcher.end(group), type));
            Arrays.fill(covered, matcher.start(group), matcher.end(group), true);
          }
        }
      }
    }
  }
}
