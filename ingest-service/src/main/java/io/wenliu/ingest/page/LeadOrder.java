package io.wenliu.ingest.page;

import java.util.List;

/// Puts a lead first that the page prints at its end.
final class LeadOrder {
  private LeadOrder() {}

  /// The article's last paragraph is its lead if nothing stands between headline and first heading,
  /// and the last paragraph bears out the headline better than the first one does.
  static void arrange(ArticleParts article, Continuation language) {
    List<ArticleParts.Piece> pieces = article.pieces;
    Head head = article.head;
    if (head == null
        || pieces.size() < 3
        || pieces.getFirst().level() == 0
        || pieces.getLast().level() > 0) {
      return;
    }
    int first = firstParagraph(pieces);
    ArticleParts.Piece last = pieces.getLast();
    if (first < 0 || first == pieces.size() - 1) {
      return;
    }
    WordSet title = WordSet.of(head.title(), 80, language);
    double byLast = title.sharedWith(WordSet.of(last.text(), 400, language));
    double byFirst = title.sharedWith(WordSet.of(pieces.get(first).text(), 400, language));
    if (byLast >= byFirst && byLast > 0.3) {
      pieces.removeLast();
      pieces.addFirst(last);
    }
  }

  private static int firstParagraph(List<ArticleParts.Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).level() == 0) {
        return i;
      }
    }
    return -1;
  }
}
