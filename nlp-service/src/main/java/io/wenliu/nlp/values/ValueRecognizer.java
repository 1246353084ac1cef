package io.wenliu.nlp.values;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.nlp.names.CodePoints;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds times, money and quantities, each with a normalised value.
///
/// Times become ISO 8601 against the day of publication: dates (`2024-06-27`, `2024-06`, `2024`,
/// `--06-27` where the year stays open), moments (`2024-06-27T18:30`), quarters and halves as
/// intervals (`2024-01/2024-03`), durations (`P3D`). Immutable, safe for threads.
public final class ValueRecognizer {
  private static final String[] CHANGES = {
    "同比增长", "环比增长", "同比上升", "环比上升", "同比上涨", "环比上涨", "同比增加", "环比增加", "同比提高", "同比下降", "环比下降", "同比减少",
    "环比减少", "同比下跌", "同比回落", "增长", "上涨", "下降", "减少"
  };
  private static final BigDecimal TEN = BigDecimal.TEN;

  /// The characters that a number or a time may begin with.
  private static final boolean[] STARTS = new boolean[Character.MAX_VALUE + 1];

  static {
    String all = "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百今昨明去前后大上下第全";
    for (int i = 0; i < all.length(); i++) {
      STARTS[all.charAt(i)] = true;
    }
  }

  private final Units units = new Units();

  /// @param published the day the text counts from; null when unknown
  /// @return values in reading order, none overlapping; offsets in code points
  public List<Entity> recognize(String text, @Nullable LocalDate published) {
    CodePoints points = CodePoints.of(text);
    Numerals numerals = Numerals.of(text);
    TimeReader times = new TimeReader(text, numerals, published);
    List<Entity> values = new ArrayList<>();
    int i = 0;
    int free = 0;
    while (i < text.length()) {
      if (!STARTS[text.charAt(i)]) {
        i++;
        continue;
      }
      Value value = times.at(i);
      if (value == null) {
        value = amount(text, numerals, i, free);
      }
      if (value == null) {
        i = pastNumber(text, i);
        continue;
      }
      values.add(
          new Entity(
              text.substring(value.start(), value.end()),
              value.type(),
              points.fromUnit(value.start()),
              points.fromUnit(value.end()),
              null,
              null,
              value.value(),
              value.unit()));
      i = value.end();
      free = i;
    }
    return values;
  }

  /// A number must not be entered in its middle.
  private static int pastNumber(String text, int at) {
    int i = at;
    while (i < text.length() && Numeral.isDigit(Numeral.ascii(text.charAt(i)))) {
      i++;
    }
    return Math.max(i, at + 1);
  }

  private @Nullable Value amount(String text, Numerals numerals, int at, int free) {
    if (text.startsWith("百分之", at) && at + 3 < text.length()) {
      Numeral number = numerals.at(at + 3);
      return number == null
          ? null
          : value(at, number.end(), EntityType.QUANTITY, number.value(), "%");
    }
    Numeral number = numerals.at(at);
    if (number == null) {
      return null;
    }
    int next = number.end();
    while (next < text.length() && (text.charAt(next) == '余' || text.charAt(next) == '多')) {
      next++;
    }
    BigDecimal number1 = number.value();
    while (next < text.length() && next > number.end() && Numeral.power(text.charAt(next)) > 0) {
      number1 = number1.scaleByPowerOfTen(Numeral.power(text.charAt(next)));
      next++;
    }
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length()) {
      return null;
    }
    Units.Unit unit = units.at(text, next);
    if (unit == null) {
      return null;
    }
    boolean vague = !number.digits() && number1.compareTo(TEN) < 0;
    boolean ordinal = at > 0 && text.charAt(at - 1) == '第';
    if (unit.kind().equals("count") && (vague || ordinal || unit.symbol().equals("届"))) {
      return null;
    }
    int end = next + unit.length();
    String symbol = unit.symbol();
    if (unit.kind().equals("measure") && vague && symbol.length() == 1 && !"%m".contains(symbol)) {
      return null;
    }
    if (end + 2 < text.length() && "（(".indexOf(text.charAt(end)) >= 0) {
      int close = end + 1 + symbol.length();
      if (text.startsWith(symbol, end + 1)
          && close < text.length()
          && "）)".indexOf(text.charAt(close)) >= 0) {
        end = close + 1;
      }
    }
    int start = at;
    if (symbol.equals("%")) {
      for (String change : CHANGES) {
        int from = at - change.length();
        if (from >= free && text.startsWith(change, from)) {
          start = from;
          boolean falls =
              change.contains("降")
                  || change.contains("减")
                  || change.contains("跌")
                  || change.contains("落");
          number1 = falls ? number1.negate() : number1;
          break;
        }
      }
    }
    boolean money = unit.kind().equals("money");
    return value(start, end, money ? EntityType.MONEY : EntityType.QUANTITY, number1, symbol);
  }

  private static Value value(int start, int end, EntityType type, BigDecimal number, String unit) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return new Value(start, end, type, plain.toPlainString(), unit);
  }

  /// A value in UTF-16 offsets.
  record Value(
      int start, int end, EntityType type, @Nullable String value, @Nullable String unit) {}
}
