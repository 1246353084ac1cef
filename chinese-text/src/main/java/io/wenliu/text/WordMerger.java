package io.wenliu.text;

import java.util.ArrayList;
import java.util.List;

/// Joins what a lattice of dictionary words leaves in pieces: dates (`2025` `年`), ordinals (`第`
/// `三`), large numbers (`50` `万`), percentages, and names in transliteration (`拉` `姆` `斯` …).
final class WordMerger {

  private static final int SHORTEST_TRANSLITERATION = 3;

  /// Characters that transliterations are written with, by Xinhua's tables of names; those that are
  /// common words as well are left out.
  private static final String TRANSLITERATION =
      "阿埃艾爱奥巴贝比彼宾波伯博布查达戴丹德迪蒂杜顿多厄恩尔法菲费芬夫弗福盖戈格葛古哈海罕汉赫亨霍基"
          + "吉加迦贾杰金卡凯坎康考科克肯库奎拉莱兰朗劳勒雷黎里理利莉丽列林琳卢鲁路伦罗洛吕马玛迈麦曼梅门蒙米"
          + "密明莫默姆木穆纳娜奈南内尼涅宁努诺欧帕潘佩彭皮平泼普奇齐恰钱乔切琼丘瑞若撒萨塞赛桑瑟森沙莎尚绍舍"
          + "什圣施史舒斯丝思松苏索塔泰坦汤唐陶特滕提铁廷汀图托瓦万旺威韦维魏温文沃乌武西希锡夏肖谢辛欣兴雄休"
          + "雅亚延扬耶叶伊因英尤约扎泽詹珍治朱兹佐";

  /// Characters that hardly stand in anything but a transliteration.
  private static final String TELLING = "埃艾奥贝伯厄恩尔菲弗戈赫霍卡凯坎克肯拉莱勒雷卢洛伦玛蒙姆穆纳娜涅诺帕佩珀普萨塞莎什斯丝塔泰坦廷汀瓦韦沃耶伊扎泽詹兹";

  private static final boolean[] TRANSLITERATES = set(TRANSLITERATION);
  private static final boolean[] TELLS = set(TELLING);

  private WordMerger() {}

  static List<Token> merge(List<Token> tokens) {
    List<Token> merged = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      int transliterated = transliterationEnd(tokens, i);
      if (transliterated > i) {
        Token name = tokens.get(i);
        for (int j = i + 1; j < transliterated; j++) {
          name = name.joined(tokens.get(j), "nrf");
        }
        merged.add(name);
        i = transliterated;
      } else {
        add(merged, tokens.get(i));
        i++;
      }
    }
    return merged;
  }

  /// Adds a token, or joins it to the one before.
  private static void add(List<Token> merged, Token token) {
    if (merged.isEmpty()) {
      merged.add(token);
      return;
    }
    Token last = merged.getLast();
    if (last.form().equals("第") && isNumber(token.form())) {
      merged.set(merged.size() - 1, last.joined(token, "m"));
    } else if (isDate(last, token)) {
      merged.set(merged.size() - 1, last.joined(token, "t"));
    } else if (isLargeNumber(last, token)) {
      merged.set(merged.size() - 1, last.joined(token, "m"));
    } else if (isAmount(last, token)) {
      // `50` `万元`: the myriad belongs to the number, the currency stands alone.
      int unit = token.form().length() - 1;
      Token myriad = new Token(token.form().substring(0, unit), "m", token.start());
      merged.set(merged.size() - 1, last.joined(myriad, "m"));
      merged.add(new Token(token.form().substring(unit), "q", myriad.end()));
    } else {
      merged.add(token);
    }
  }

  private static boolean isDate(Token last, Token token) {
    String number = last.form();
    return switch (token.form()) {
      case "年" -> isYear(number);
      case "月", "月份" -> isUpTo(number, 12);
      case "日" -> isUpTo(number, 31);
      case "时" -> isUpTo(number, 24);
      case "分" -> isUpTo(number, 59) && last.tag().equals("m") && isDigits(number);
      default -> false;
    };
  }

  private static boolean isYear(String number) {
    if (isDigits(number)) {
      return (number.length() == 4 && "12".indexOf(number.charAt(0)) >= 0)
          || (number.length() == 2 && number.charAt(0) >= '5');
    }
    return number.length() == 4 && hasOnly(number, "○零一二三四五六七八九");
  }

  private static boolean isUpTo(String number, int limit) {
    if (isDigits(number)) {
      return number.length() <= 2 && Integer.parseInt(number) <= limit;
    }
    return number.length() <= 3 && hasOnly(number, "一二三四五六七八九十廿");
  }

  private static boolean isLargeNumber(Token last, Token token) {
    String form = token.form();
    if (form.equals("%") || form.equals("‰")) {
      return isCount(last.form());
    }
    return hasOnly(form, "十百千万亿兆")
        && (isCount(last.form()) || last.form().equals("几") || last.form().equals("数"));
  }

  private static boolean isAmount(Token last, Token token) {
    return isCount(last.form()) && (token.form().equals("万元") || token.form().equals("亿元"));
  }

  private static boolean isNumber(String form) {
    return isDigits(form) || hasOnly(form, "○零一二三四五六七八九十百千");
  }

  /// Digits with a decimal point, and what is joined to them already.
  private static boolean isCount(String form) {
    return !form.isEmpty()
        && form.charAt(0) >= '0'
        && form.charAt(0) <= '9'
        && hasOnly(form, "0123456789.,·十百千万亿");
  }

  private static boolean isDigits(String form) {
    return !form.isEmpty() && hasOnly(form, "0123456789");
  }

  private static boolean hasOnly(String form, String characters) {
    for (int i = 0; i < form.length(); i++) {
      if (characters.indexOf(form.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Where a run of single characters and names that reads as a transliteration ends; `start` when
  /// there is none.
  private static int transliterationEnd(List<Token> tokens, int start) {
    int length = 0;
    int telling = 0;
    int single = 0;
    int end = start;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      String form = token.form();
      boolean part = form.length() == 1 || (token.tag().startsWith("nr") && form.length() <= 3);
      if (!part || !isTransliteration(form)) {
        break;
      }
      for (int i = 0; i < form.length(); i++) {
        telling += TELLS[form.charAt(i)] ? 1 : 0;
      }
      single += form.length() == 1 ? 1 : 0;
      length += form.length();
      end++;
    }
    boolean name =
        end > start + 1
            && single > 0
            && length >= SHORTEST_TRANSLITERATION
            && telling * 2 >= length
            && telling >= 2;
    return name ? end : start;
  }

  private static boolean isTransliteration(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (!TRANSLITERATES[form.charAt(i)]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] set(String characters) {
    boolean[] set = new boolean[Character.MAX_VALUE + 1];
    for (int i = 0; i < characters.length(); i++) {
      set[characters.charAt(i)] = true;
    }
    return set;
  }
}
