package io.wenliu.nlp.bench;

import io.wenliu.nlp.bench.NameBench.Name;
import java.util.HashSet;
import java.util.Set;

/// Writes this project's names as the sets of the nineties mark them, so that they can be compared:
/// one character that stands for a country is a place (中 and 美 in 中美), each level of an address is
/// a place of its own, and a country before its government is one without it.
final class OlderConvention {

  private static final String COUNTRIES = "中美日俄英德韩朝印巴澳葡菲缅越蒙奥欧";
  private static final String BEHIND_COUNTRIES = "两国 双边 双方 关系 籍 方";
  private static final String BEFORE_COUNTRIES = "访赴抵驻";
  private static final String BEFORE_CHINA = "对访来在驻抵援侵";
  private static final String LEVELS = "省市县";
  private static final String ENDS = "省市县区州镇乡村";
  private static final String[] BODIES = {"政府", "军方", "当局"};
  private static final int LONGEST_COUNTRY = 5;

  /// Provinces that are written without their level.
  private static final String[] PROVINCES =
      ("北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南"
              + " 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门")
          .split(" ");

  private OlderConvention() {}

  /// @param text without characters beyond the basic plane, as those sets are
  static Set<Name> of(String text, Set<Name> names) {
    Set<Name> mapped = new HashSet<>();
    boolean[] covered = new boolean[text.length() + 1];
    for (Name name : names) {
      for (int i = name.start(); i < Math.min(name.end(), covered.length); i++) {
        covered[i] = true;
      }
      Name place = withoutGovernment(text, name);
      if (place.type().equals("LOC")) {
        addLevels(text, place, mapped);
      } else {
        mapped.add(place);
      }
    }
    addCountries(text, covered, mapped);
    return mapped;
  }

  private static Name withoutGovernment(String text, Name name) {
    for (String body : BODIES) {
      int end = name.end() - body.length();
      boolean country = end - name.start() >= 2 && end - name.start() <= LONGEST_COUNTRY;
      if (name.type().equals("ORG") && country && text.startsWith(body, end)) {
        char last = text.charAt(end - 1);
        return ENDS.indexOf(last) >= 0 ? name : new Name(name.start(), end, "LOC");
      }
    }
    return name;
  }

  private static void addLevels(String text, Name place, Set<Name> mapped) {
    int start = place.start();
    int end = place.end();
    boolean address = ENDS.indexOf(text.charAt(end - 1)) >= 0 && !text.startsWith("自治区", end - 3);
    for (String province : PROVINCES) {
      int next = start + province.length();
      if (address
          && text.startsWith(province, start)
          && next + 1 < end
          && "省市特回维壮自".indexOf(text.charAt(next)) < 0) {
        mapped.add(new Name(start, next, "LOC"));
        start = next;
        break;
      }
    }
    for (int i = start + 1; address && i + 2 < end; i++) {
      if (i > start
          && LEVELS.indexOf(text.charAt(i)) >= 0
          && ENDS.indexOf(text.charAt(i + 1)) < 0) {
        mapped.add(new Name(start, i + 1, "LOC"));
        start = i + 1;
      }
    }
    mapped.add(new Name(start, end, "LOC"));
  }

  private static void addCountries(String text, boolean[] covered, Set<Name> mapped) {
    for (int i = 0; i < text.length(); i++) {
      if (covered[i]) {
        continue;
      }
      char c = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      boolean country = COUNTRIES.indexOf(c) >= 0;
      boolean pair =
          country
              && before != '其'
              && !covered[i + 1]
              && i + 1 < text.length()
              && COUNTRIES.indexOf(text.charAt(i + 1)) >= 0;
      if (pair) {
        mapped.add(new Name(i, i + 1, "LOC"));
        mapped.add(new Name(i + 1, i + 2, "LOC"));
      }
      boolean alone =
          country
              && (isBefore(text, i + 1)
                  || (BEFORE_COUNTRIES.indexOf(before) >= 0 && !text.startsWith("采访", i - 2)));
      if (alone || (c == '华' && BEFORE_CHINA.indexOf(before) >= 0)) {
        mapped.add(new Name(i, i + 1, "LOC"));
      }
    }
  }

  private static boolean isBefore(String text, int at) {
    for (String word : BEHIND_COUNTRIES.split(" ", -1)) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }
}
