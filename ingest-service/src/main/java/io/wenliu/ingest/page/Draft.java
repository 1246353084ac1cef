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
/// @param rival the article at hand when this one began; null for the first
record Draft(
    int id,
    int head,
    long covered,
    long lead,
    boolean closed,
    @Nullable Texts texts,
    int first,
    int count,
    @Nullable Draft rival) {

  /// A list that grows at its head.
  record Texts(int item, @Nullable Texts before) {}

  static Draft headed(int id, int head, @Nullable Draft rival) {
    return new Draft(id, head, 0, 0, false, null, -1, 0, alone(rival));
  }

  static Draft pending(int id, @Nullable Draft rival) {
    return new Draft(id, -1, 0, 0, false, null, -1, 0, alone(rival));
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

  /// Without its own rival, lest drafts hold all that went before them.
  private static @Nullable Draft alone(@Nullable Draft draft) {
    return draft == null || draft.rival == null
        ? draft
        : new Draft(
            draft.id,
            draft.head,
            draft.covered,
            draft.lead,
            draft.closed,
            draft.texts,
            draft.first,
            draft.count,
            null);
  }
}
