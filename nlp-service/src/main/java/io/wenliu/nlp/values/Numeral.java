package io.wenliu.nlp.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number as Chinese news writes it: `1,580`, `600.6亿`, `1590亿亿`, `三千五百`, `41.06`.
///
/// @param start in UTF-16 units, as `end`, exclusive
/// @param digits whether it is written in digits
/// @param plain whether it has no 万, 亿 or the like
record Numeral(int start, int end, BigDecimal value, boolean digits, boolean plain) {
  private static final int LONGEST = 24;
  private static final String HAN_DIGITS = "零一二三四五六七八九";

  /// Whether it has no fraction.
  boolean isWhole() {
    return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /// The number that starts exactly at `at`; null where none does.
  static @Nullable Numeral at(String text, int at) {
    char first = ascii(text.charAt(at));
    return isDigit(first) ? inDigits(text, at) : inHan(text, at);
  }

  private static @Nullable Numeral inDigits(String text, int at) {
    StringBuilder plain = new StringBuilder();
    boolean point = false;
    int i = at;
    int limit = Math.min(text.length(), at + LONGEST);
    while (i < limit) {
      char c = ascii(text.charAt(i));
      boolean digitFollows = i + 1 < text.length() && isDigit(ascii(text.charAt(i + 1)));
      if (isDigit(c)) {
        plain.append(c);
      } else if (c == '.' && !point && digitFollows) {
        point = true;
        plain.append('.');
      } else if (c == ',' && !point && threeDigits(text, i + 1)) {
        i++;
        continue;
      } else {
        break;
      }
      i++;
    }
    if (i < text.length() && isDigit(ascii(text.charAt(i)))) {
      return null;
    }
    BigDecimal value = new BigDecimal(plain.toString());
    int end = i;
    while (end < text.length() && power(text.charAt(end)) > 0 && end - i < 3) {
      value = value.scaleByPowerOfTen(power(text.charAt(end)));
      end++;
    }
    return new Numeral(at, end, value, true, end == i);
  }

  private static @Nullable Numeral inHan(String text, int at) {
    long total = 0;
    long section = 0;
    long digit = 0;
    boolean any = false;
    boolean positional = false;
    int i = at;
    int limit = Math.min(text.length(), at + LONGEST);
    for (; i < limit; i++) {
      char c = text.charAt(i);
      int d = c == '〇' ? 0 : c == '两' ? 2 : HAN_DIGITS.indexOf(c);
      if (d >= 0) {
        if (positional || (any && digit > 0)) {
          positional = true;
          digit = digit * 10 + d;
        } else {
          digit = d;
        }
        any = true;
        continue;
      }
      int power = power(c);
      if (power == 0 || (!any && c != '十')) {
        break;
      }
      any = true;
      if (power >= 4) {
        section = (section + digit) * pow(power);
        total += section;
        section = 0;
      } else {
        section += Math.max(digit, 1) * pow(power);
      }
      digit = 0;
      if (total > 1_000_000_000_000_000L) {
        return null;
      }
    }
    if (!any || i - at == LONGEST) {
      return null;
    }
    return new Numeral(at, i, BigDecimal.valueOf(total + section + digit), false, true);
  }

  /// The power of ten that a character multiplies by; 0 for none.
  static int power(char c) {
    return switch (c) {
      case '十' -> 1;
      case '百' -> 2;
      case '千' -> 3;
      case '万' -> 4;
      case '亿' -> 8;
      default -> 0;
    };
  }

  static char ascii(char c) {
    return c >= '０' && c <= '９' ? (char) (c - 0xFEE0) : c == '．' ? '.' : c == '，' ? 0 : c;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean threeDigits(String text, int at) {
    if (at + 3 > text.length()) {
      return false;
    }
    for (int i = at; i < at + 3; i++) {
      if (!isDigit(ascii(text.charAt(i)))) {
        return false;
      }
    }
    return at + 3 == text.length() || !isDigit(ascii(text.charAt(at + 3)));
  }

  private static long pow(int power) {
    long result = 1;
    for (int i = 0; i < power; i++) {
      result *= 10;
    }
    return result;
  }
}
