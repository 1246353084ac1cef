package io.wenliu.nlp.names;

/// Folds characters one to one, so that offsets stay, before they are looked up or become features.
final class CharFold {
  private CharFold() {}

  /// Full-width ASCII becomes ASCII, every dot between the parts of a foreign name becomes `·`.
  static char fold(char c) {
    if (c >= '！' && c <= '～') {
      return switch (c) {
        case '，', '：', '；', '？', '！' -> c;
        case '（' -> '(';
        case '）' -> ')';
        default -> (char) (c - 0xFEE0);
      };
    }
    return switch (c) {
      case '•', '‧', '・', '∙', '⋅', '．' -> '·';
      case '\u3000', '\u00A0', '\t' -> ' ';
      case '「', '『' -> '“';
      case '」', '』' -> '”';
      case '〈' -> '《';
      case '〉' -> '》';
      default -> c;
    };
  }

  static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }
}
