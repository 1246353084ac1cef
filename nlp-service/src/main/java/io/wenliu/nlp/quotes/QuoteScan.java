package io.wenliu.nlp.quotes;

import io.wenliu.nlp.quotes.QuoteExtractor.Said;
import io.wenliu.nlp.quotes.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over one text, sentence by sentence.
final class QuoteScan {
  private static final int SHORTEST_BARE_QUOTATION = 10;
  private static final int FARTHEST_SUBJECT = 200;

  /// A verb without a subject takes that of an earlier clause, at most so many before.
  private static final int MOST_CLAUSES = 6;

  private final String text;
  private final Cues cues;
  private final Speakers speakers;
  private final Continuation continuation;
  private final List<Sentence> sentences;
  private final int[] closing;
  private final List<Said> found = new ArrayList<>();
  private @Nullable String lastSpeaker;
  private int covered;

  QuoteScan(String text, Cues cues, QuoteWords words, NameIndex names) {
    this.text = text;
    this.cues = cues;
    this.speakers = new Speakers(text, names, words);
    this.sentences = Sentences.of(text);
    this.closing = Sentences.closingMarks(text);
    this.continuation = new Continuation(text, names, words);
  }

  List<Said> run() {
    for (int s = 0; s < sentences.size(); s++) {
      if (sentences.get(s).first()) {
        lastSpeaker = null;
      }
      scan(s);
    }
    return found;
  }

  private void scan(int s) {
    Sentence sentence = sentences.get(s);
    int clause = sentence.start();
    for (int i = sentence.start(); i < sentence.end(); i++) {
      char c = text.charAt(i);
      boolean mark = c == '“' && closing[i] > i;
      boolean comma = c == '，' || c == '：' || c == ',' || c == ':';
      if (mark) {
        int after = afterwards(i, clause);
        if (after > 0) {
          i = after - 1;
          clause = after;
          continue;
        }
      }
      if ((comma || mark) && i >= covered) {
        int cue = cues.endingAt(text, i, clause);
        if (cue >= 0) {
          int end = attributed(s, clause, cue, i);
          if (end > 0) {
            i = end - 1;
            clause = end;
            continue;
          }
        } else if (c == '：' || c == ':') {
          int end = introduced(sentence, clause, i);
          if (end > 0) {
            i = end - 1;
            clause = end;
            continue;
          }
        }
      }
      if (mark) {
        i = closing[i];
      } else if (comma || c == '；') {
        clause = i + 1;
      }
    }
  }

  /// `某某指出，…` or `某某说：“…”`.
  ///
  /// @return where scanning goes on; 0 if it is no attribution after all
  private int attributed(int s, int clause, int cue, int punctuation) {
    Sentence sentence = sentences.get(s);
    String verb = text.substring(cue, punctuation);
    int from = text.charAt(punctuation) == '“' ? punctuation : skipSpace(punctuation + 1);
    if (from >= sentence.end()) {
      return 0;
    }
    boolean bare = from == punctuation;
    int close = text.charAt(from) == '“' ? closing[from] : -1;
    boolean direct = close > 0 && standsAlone(from, close, text.charAt(punctuation), bare);
    if (bare && (!direct || !cues.isStrong(verb))) {
      return 0;
    }
    if (!direct && cues.isNominal(verb) && !speakers.precedesVerb(clause, cue)) {
      return 0;
    }
    if (verb.startsWith("报道")) {
      verb = verb.substring(2);
      cue += 2;
    }
    String speaker = speaker(sentence, clause, cue);
    if (speaker == null || speaker.startsWith("我") || isSource(clause)) {
      return 0;
    }
    lastSpeaker = speaker;
    if (direct) {
      return marks(from, close, speaker, verb, sentence);
    }
    int mark = turnsDirect(from, sentence.end());
    if (mark > 0) {
      add(from, mark, speaker, verb, false);
      return marks(mark, closing[mark], speaker, verb, sentence);
    }
    int end = continuation.end(sentences, s, from, speaker, verb);
    add(from, end, speaker, verb, false);
    covered = end;
    return Math.min(end, sentence.end());
  }

  /// `据某某介绍，…` states a source and quotes nobody.
  private boolean isSource(int clause) {
    int at = clause;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return text.startsWith("据", at) || text.startsWith("另据", at);
  }

  /// `他写的最后一句话是：“…”`: no verb of saying, but a person and a colon before whole sentences.
  private int introduced(Sentence sentence, int clause, int colon) {
    int from = colon + 1;
    if (from >= sentence.end() || text.charAt(from) != '“' || closing[from] < 0) {
      return 0;
    }
    int close = closing[from];
    if (close - from < SHORTEST_BARE_QUOTATION || !endsSentence(close)) {
      return 0;
    }
    String speaker = speakers.person(Math.max(clause, colon - FARTHEST_SUBJECT), colon);
    if (speaker == null) {
      speaker = speakers.person(Math.max(sentence.start(), colon - FARTHEST_SUBJECT), colon);
    }
    if (speaker == null) {
      return 0;
    }
    lastSpeaker = speaker;
    return marks(from, close, speaker, null, sentence);
  }

  /// `“…”某某说。`: the speaker follows.
  private int afterwards(int open, int clause) {
    int close = closing[open];
    boolean opens = open <= clause || blank(clause, open);
    if (!opens || close - open < 4 || close + 1 >= text.length()) {
      return 0;
    }
    int from = close + 1;
    while (from < text.length() && "，, ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int limit = Math.min(text.length(), from + 60);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      boolean stop = "，。：:；！？“\n".indexOf(c) >= 0;
      if (!stop) {
        continue;
      }
      int cue = cues.endingAt(text, i, from);
      if (cue < 0 || (cue == from && lastSpeaker == null)) {
        if (c == '，' && i - from < 30) {
          continue;
        }
        return 0;
      }
      String speaker = speakers.in(clauseStart(from, cue), cue, lastSpeaker);
      if (speaker == null) {
        speaker = speakers.in(from, cue, lastSpeaker);
      }
      if (speaker == null) {
        return 0;
      }
      boolean sentenceLike =
          endsSentence(close) || text.charAt(close - 1) == '，' || close - open > 12;
      if (!sentenceLike) {
        return 0;
      }
      lastSpeaker = speaker;
      add(open + 1, close, speaker, text.substring(cue, i), true);
      if (c == '。' || c == '！' || c == '？') {
        covered = i;
        return i;
      }
      return from;
    }
    return 0;
  }

  private int clauseStart(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (text.charAt(i) == '，') {
        return i + 1;
      }
    }
    return from;
  }

  private int marks(int open, int close, String speaker, @Nullable String verb, Sentence sentence) {
    add(open + 1, close, speaker, verb, true);
    int next = close + 1;
    int open2 = nextMark(next);
    while (open2 >= 0) {
      add(open2 + 1, closing[open2], speaker, verb, true);
      next = closing[open2] + 1;
      open2 = nextMark(next);
    }
    covered = next;
    return Math.min(next, Math.max(sentence.end(), next));
  }

  /// The mark of another quotation that follows at once or after a comma; -1 where none does.
  private int nextMark(int at) {
    int open = at;
    boolean parted = at < text.length() && "；，、".indexOf(text.charAt(at)) >= 0;
    open += parted ? 1 : 0;
    if (open >= text.length() || text.charAt(open) != '“' || closing[open] < 0) {
      return -1;
    }
    boolean longEnough = closing[open] - open > SHORTEST_BARE_QUOTATION || !parted;
    return longEnough && standsAlone(open, closing[open], '，', false) ? open : -1;
  }

  /// Where words in marks take over from reported speech: `认为，…，“…。”`; -1 if nowhere.
  private int turnsDirect(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (text.charAt(i) == '“' && closing[i] > i) {
        boolean whole = endsSentence(closing[i]) && closing[i] - i > SHORTEST_BARE_QUOTATION;
        if (whole && "，：".indexOf(text.charAt(i - 1)) >= 0) {
          return text.charAt(i - 1) == '，' ? i : -1;
        }
        i = closing[i];
      }
    }
    return -1;
  }

  /// Whether a pair of marks holds the words said, and is not a phrase within them.
  private boolean standsAlone(int open, int close, char before, boolean bare) {
    int length = close - open - 1;
    if (length < 2) {
      return false;
    }
    if (endsSentence(close)) {
      return true;
    }
    char next = close + 1 < text.length() ? text.charAt(close + 1) : '。';
    boolean ends = "。！？；\n“".indexOf(next) >= 0;
    boolean pauses = next == '，' || next == '、';
    if (bare) {
      return (ends || pauses) && length >= 12 && hasPause(open, close);
    }
    if (ends) {
      return true;
    }
    return pauses && (before == '：' || before == ':' || length >= 10);
  }

  private boolean hasPause(int open, int close) {
    for (int i = open + 1; i < close; i++) {
      if ("，。；：！？、".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return close - open > 18;
  }

  private boolean endsSentence(int close) {
    return Sentences.isTerminal(text.charAt(close - 1));
  }

  private @Nullable String speaker(Sentence sentence, int clause, int cue) {
    String here = speakers.in(clause, cue, lastSpeaker);
    int at = clause;
    int clauses = 0;
    while (here == null && at > sentence.start() && clauses++ < MOST_CLAUSES) {
      int previous = Math.max(sentence.start(), at - 2);
      while (previous > sentence.start()
          && clause - previous < FARTHEST_SUBJECT
          && "，；".indexOf(text.charAt(previous - 1)) < 0) {
        previous--;
      }
      here = speakers.subject(previous, at - 1);
      at = previous;
    }
    return here == null ? lastSpeaker : here;
  }

  private void add(int start, int end, String speaker, @Nullable String verb, boolean direct) {
    int to = end;
    while (to > start
        && (Character.isWhitespace(text.charAt(to - 1))
            || (!direct && "。；，".indexOf(text.charAt(to - 1)) >= 0))) {
      to--;
    }
    if (to <= start || (!found.isEmpty() && found.getLast().end() > start)) {
      return;
    }
    found.add(new Said(start, to, speaker, verb, direct));
  }

  private int skipSpace(int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean blank(int from, int to) {
    return text.substring(from, to).isBlank();
  }
}
