package io.wenliu.ingest.page;

import org.jspecify.annotations.Nullable;

/// An article as far as it is threaded; immutable, since rival readings of a page share drafts.
///
/// @param id counts from 0 in the order of creation
/// @param head item index of its headline; -1 while there is none
/// @param covered which character pairs of the headline its text has, as a bit set
/// @param lead likewise for its first paragraph
/// @param closed whether its end has been seen: a note, a closing dateline, a headline behind it
/// @param texts its paragraphs so far, latest first
/// @param first its first paragraph; -1 while there is none
/// @param count how many paragraphs it has
/// @param rival the last paragraph of the article before; -1 for none
record Draft(
    int id,
    int head,
    long covered,
    long lead,
    boolean closed,
    @Nullable Texts texts,
    int first,
    int count,
    int rival) {

  /// A list that grows at its head.
  record Texts(int item, @Nullable Texts before) {}

  static Draft headed(int id, int head, int rival) {
    return new Draft(id, head, 0, 0, false, null, -1, 0, rival);
  }

  static Draft pending(int id) {
    return new Draft(id, -1, 0, 0, false, null, -1, 0, -1);
  }

  Draft close() {
    return closed ? this : new Draft(id, head, covered, lead, true, texts, first, count, rival);
  }

  Draft with(int text, long nowCovered, long nowLead, boolean nowClosed) {
    return new Draft(
        id,
        head,
        nowCovered,
        nowLead,
        nowClosed,
        new Texts(text, texts),
        first < 0 ? text : first,
        count + 1,
        rival);
  }

  Draft headedBy(int item, long nowCovered, long nowLead) {
    return new Draft(id, item, nowCovered, nowLead, true, texts, first, count, rival);
  }

  boolean isPending() {
    return head < 0;
  }

  int lastText() {
    return texts == null ? -1 : texts.item();
  }
}
