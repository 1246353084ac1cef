package io.wenliu.ingest.page;

import org.jspecify.annotations.Nullable;

/// One way to read the page up to some item; readings form a tree that shares its beginnings.
final class Reading {
  private static final int LIVE = 6;

  private final @Nullable Reading before;
  private final Draft[] drafts;
  private final int current;
  private final int created;
  private final int article;
  private final Move move;
  private final double score;

  private Reading(
      @Nullable Reading before,
      Draft[] drafts,
      int current,
      int created,
      int article,
      Move move,
      double score) {
    this.before = before;
    this.drafts = drafts;
    this.current = current;
    this.created = created;
    this.article = article;
    this.move = move;
    this.score = score;
  }

  /// What an item was taken for, with its reason in Chinese.
  enum Move {
    START("起点"),
    GO_ON("接上文"),
    RESUME("接续被隔开的文章"),
    NEW_TEXT("新文章开头，标题在后"),
    TITLE_ABOVE("标题，正文在其下"),
    TITLE_BELOW("标题，正文在其上"),
    HEADING("小标题"),
    NOTE("文末出处"),
    LOOSE("无标题相邻");

    private final String reason;

    Move(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static Reading start() {
    return new Reading(null, new Draft[0], -1, 0, -1, Move.START, 0);
  }

  @Nullable Reading before() {
    return before;
  }

  /// How many articles may still grow; the least recent are dropped beyond a limit.
  int live() {
    return drafts.length;
  }

  Draft draft(int index) {
    return drafts[index];
  }

  /// Index of the article at hand; -1 before the first.
  int current() {
    return current;
  }

  /// How many articles there are.
  int created() {
    return created;
  }

  /// The article that the item was given to; -1 for none.
  int article() {
    return article;
  }

  Move move() {
    return move;
  }

  double score() {
    return score;
  }

  @Nullable Draft at() {
    return current < 0 ? null : drafts[current];
  }

  /// The draft at an index is replaced, becomes the current one, and takes the item.
  Reading put(int index, Draft draft, Move newMove, double newScore) {
    Draft[] copy = drafts.clone();
    copy[index] = draft;
    return new Reading(this, copy, index, created, draft.id(), newMove, newScore);
  }

  Reading add(Draft draft, Move newMove, double newScore) {
    int drop = drafts.length >= LIVE ? oldest() : -1;
    Draft[] copy = new Draft[drop < 0 ? drafts.length + 1 : drafts.length];
    int n = 0;
    for (int i = 0; i < drafts.length; i++) {
      if (i != drop) {
        copy[n++] = drafts[i];
      }
    }
    copy[n] = draft;
    return new Reading(this, copy, n, created + 1, draft.id(), newMove, newScore);
  }

  /// The item goes to an article, or to none, without changing any draft.
  Reading keep(int toArticle, Move newMove, double newScore) {
    return new Reading(this, drafts, current, created, toArticle, newMove, newScore);
  }

  private int oldest() {
    int oldest = -1;
    int last = Integer.MAX_VALUE;
    for (int i = 0; i < drafts.length; i++) {
      if (i != current && drafts[i].lastText() < last) {
        last = drafts[i].lastText();
        oldest = i;
      }
    }
    return oldest;
  }
}
