package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.nlp.quotes.NameIndex.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells whose words a verb of saying introduces.
final class Speakers {
  private static final int LONGEST_PHRASE = 24;
  private static final int LONGEST_ADDRESSEE = 16;
  private static final int LONGEST_REPORTER = 30;
  private static final int SHORT_SUBJECT = 12;
  private static final String ADVERBS = "还也又都就则曾已更再均并亦将正一致纷纷同时";

  /// Subjects are looked for within so many characters before the verb.
  private static final int FARTHEST = 300;

  private final String text;
  private final NameIndex names;
  private final QuoteWords words;

  Speakers(String text, NameIndex names, QuoteWords words) {
    this.text = text;
    this.names = names;
    this.words = words;
  }

  /// The speaker named in one clause that ends before its verb; null when the clause names none.
  @Nullable String in(int start, int end, @Nullable String previous) {
    int from = skipConnectives(Math.max(start, end - FARTHEST), end);
    int to = stripAdverbials(from, end);
    if (to <= from || (to - from == 1 && isAdverb(text.charAt(from)))) {
      return null;
    }
    if (text.startsWith("报道", from) && to - from == 2) {
      return report(from);
    }
    String pronoun = pronoun(from, to);
    if (pronoun != null) {
      return antecedent(from, pronoun, previous);
    }
    if (text.charAt(to - 1) == '”') {
      int open = text.lastIndexOf('“', to - 1);
      if (open >= from && to - open <= LONGEST_PHRASE && !isOccasion(from, open)) {
        return text.substring(open + 1, to - 1);
      }
    }
    boolean preposition = startsWithAny(from, to, words.prepositions()) != null;
    List<Name> inside = names.inside(from, to);
    Name person = pick(inside, EntityType.PER, from, preposition);
    if (person != null && !isPossessor(person, to)) {
      return person.canonical();
    }
    Name organisation = pick(inside, EntityType.ORG, from, preposition);
    if (organisation != null && to - organisation.start() > LONGEST_PHRASE) {
      return organisation.canonical();
    }
    int nounStart = organisation != null ? organisation.start() : from;
    if (organisation == null && preposition) {
      Name place = pick(inside, EntityType.LOC, from, true);
      if (place == null) {
        return null;
      }
      nounStart = place.start();
    }
    return nounPhrase(nounStart, to);
  }

  /// The subject of an earlier clause of the sentence: a person or organisation not ruled by a
  /// preposition; null when there is none.
  @Nullable String subject(int start, int end) {
    int from = skipConnectives(Math.max(start, end - FARTHEST), end);
    String pronoun = pronoun(from, end);
    if (pronoun != null) {
      return antecedent(from, pronoun, null);
    }
    List<Name> inside = names.inside(from, end);
    Name person = pick(inside, EntityType.PER, from, false);
    if (person != null) {
      return person.canonical();
    }
    Name organisation = pick(inside, EntityType.ORG, from, false);
    return organisation == null ? null : organisation.canonical();
  }

  /// The person, named or meant by a pronoun, in a stretch of text; null when there is none.
  @Nullable String person(int start, int end) {
    Name person = pick(names.inside(start, end), EntityType.PER, start, false);
    if (person != null) {
      return person.canonical();
    }
    String pronoun = pronoun(skipConnectives(start, end), end);
    return pronoun == null ? null : antecedent(start, pronoun, null);
  }

  /// Whose report is meant by 报道称: `据某国媒体…报道` before it.
  private String report(int at) {
    int by = at;
    int nearest = Math.max(0, at - FARTHEST);
    while (by >= nearest && text.charAt(by) != '据' && text.charAt(by) != '\n') {
      by--;
    }
    int report = by < nearest || text.charAt(by) == '\n' ? -1 : text.indexOf("报道", by);
    if (report < 0 || report >= at || report - by > LONGEST_REPORTER) {
      return "报道";
    }
    int end = stripAdverbials(by + 1, report);
    for (Name name : names.inside(by + 1, end)) {
      if (name.type() == EntityType.ORG) {
        return name.canonical();
      }
    }
    return text.substring(by + 1, end) + "报道";
  }

  /// The most recent person (or, for 该机构 and the like, organisation) before an offset.
  @Nullable String antecedent(int before, String pronoun, @Nullable String previous) {
    boolean organisation = pronoun.startsWith("该");
    for (int i = names.firstFrom(before) - 1; i >= 0; i--) {
      Name name = names.at(i);
      if (name.end() <= before
          && (name.type() == (organisation ? EntityType.ORG : EntityType.PER))
          && !isObject(name)) {
        return name.canonical();
      }
    }
    return previous != null ? previous : organisation ? null : pronoun;
  }

  private boolean isObject(Name name) {
    int s = name.start();
    return s > 0 && "对向被与同".indexOf(text.charAt(s - 1)) >= 0;
  }

  private @Nullable String pronoun(int from, int to) {
    for (String he : words.he()) {
      if (text.startsWith(he, from) && from + he.length() <= to) {
        return he;
      }
    }
    for (String title : words.titles()) {
      if (text.startsWith(title, from) && from + title.length() <= to) {
        int next = from + title.length();
        return names.anyInside(next, to) ? null : title;
      }
    }
    int he = from;
    while (he < to && text.charAt(he) != '他' && text.charAt(he) != '她') {
      he++;
    }
    boolean clean =
        he > from
            && he < to
            && text.charAt(he - 1) != '其'
            && (text.charAt(he - 1) != '的' || he - from > 2)
            && !text.startsWith("他们", he)
            && !names.anyInside(from, to, EntityType.PER);
    return clean ? "他" : null;
  }

  private @Nullable Name pick(List<Name> inside, EntityType type, int from, boolean last) {
    Name best = null;
    for (Name name : inside) {
      if (name.type() != type || (accompanies(name, from) && !last)) {
        continue;
      }
      if (best == null || last) {
        best = name;
      }
    }
    return best;
  }

  /// Whether somebody stands before the quotation marks and says where: 某某在“…”会上.
  private boolean isOccasion(int from, int open) {
    for (Name name : names.inside(from, open)) {
      if (name.type() == EntityType.PER && "在于出".indexOf(text.charAt(name.end())) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether a preposition shortly before makes the name somebody spoken to.
  private boolean accompanies(Name name, int from) {
    for (String word : words.accompanying()) {
      if (name.start() - word.length() >= from
          && text.startsWith(word, name.start() - word.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossessor(Name name, int to) {
    return name.end() < to && text.startsWith("的", name.end());
  }

  private @Nullable String nounPhrase(int from, int to) {
    String phrase = text.substring(from, to);
    if (phrase.endsWith("方面") && phrase.length() > 3) {
      phrase = phrase.substring(0, phrase.length() - 2);
    }
    if (phrase.startsWith("《") && phrase.indexOf('》') > 0) {
      phrase = phrase.substring(1, phrase.indexOf('》'));
    }
    int comma = phrase.lastIndexOf('、');
    if (comma >= 0 && phrase.length() > 24) {
      phrase = phrase.substring(comma + 1);
    }
    if (phrase.startsWith("“") && phrase.endsWith("”")) {
      phrase = phrase.substring(1, phrase.length() - 1);
    }
    return phrase.isEmpty() || phrase.length() > 40 ? null : phrase;
  }

  private @Nullable String startsWithAny(int from, int to, List<String> openings) {
    for (String word : openings) {
      if (from + word.length() <= to && text.startsWith(word, from)) {
        return word;
      }
    }
    return null;
  }

  /// Whether a subject or an adverb stands right before the word, so that it is a verb there.
  boolean precedesVerb(int start, int verb) {
    if (verb == start || "和与及的、各".indexOf(text.charAt(verb - 1)) >= 0) {
      return verb == start;
    }
    if (startsWithAny(skipConnectives(start, verb), verb, words.doing()) != null) {
      return false;
    }
    boolean opensSentence =
        start == 0
            || Sentences.isTerminal(text.charAt(start - 1))
            || text.charAt(start - 1) == '\n';
    if (opensSentence && verb - start <= SHORT_SUBJECT) {
      return true;
    }
    if (stripAdverbials(start, verb) < verb) {
      return true;
    }
    int i = names.firstFrom(verb) - 1;
    return i >= 0 && names.at(i).end() == verb;
  }

  private int skipConnectives(int start, int end) {
    int at = start;
    while (at < end && " 　，,；;—“".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = startsWithAny(at, end, words.connectives());
    while (word != null) {
      at += word.length();
      word = startsWithAny(at, end, words.connectives());
    }
    int time = skipTime(at, end);
    return time;
  }

  private int skipTime(int at, int end) {
    int i = at;
    while (i < end && (Character.isDigit(text.charAt(i)) || "年月日时".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > at && "年月日时".indexOf(text.charAt(i - 1)) >= 0 ? i : at;
  }

  /// Cuts what stands between a subject and its verb: times, adverbs, 在…时.
  private int stripAdverbials(int from, int end) {
    int to = end;
    boolean cut = true;
    while (cut && to > from) {
      cut = false;
      for (String ending : words.endings()) {
        if (to - ending.length() >= from
            && text.startsWith(ending, to - ending.length())
            && !insideName(to - ending.length(), to)) {
          to -= ending.length();
          cut = true;
        }
      }
      int bracket = openingBracket(from, to);
      if (bracket >= 0) {
        to = bracket;
        cut = true;
      }
      int time = timeBefore(from, to);
      if (time < to) {
        to = time;
        cut = true;
      }
      int phrase = adverbialPhrase(from, to);
      if (phrase < to) {
        to = phrase;
        cut = true;
      }
    }
    return to;
  }

  private boolean insideName(int start, int end) {
    int i = names.firstFrom(end) - 1;
    return i >= 0
        && names.at(i).end() > start
        && names.at(i).end() - names.at(i).start() > end - start;
  }

  private int openingBracket(int from, int to) {
    if (to > from && (text.charAt(to - 1) == '）' || text.charAt(to - 1) == ')')) {
      int open = to - 1;
      while (open >= from && text.charAt(open) != '（' && text.charAt(open) != '(') {
        open--;
      }
      return open >= from && !insideName(open, to) ? open : -1;
    }
    return -1;
  }

  private int timeBefore(int from, int to) {
    int i = to;
    while (i > from
        && (Character.isDigit(text.charAt(i - 1)) || "年月日".indexOf(text.charAt(i - 1)) >= 0)) {
      i--;
    }
    return i < to && text.charAt(to - 1) == '日' ? i : to;
  }

  /// `普京在…讲话中`, `…对8位艺术家`: the start of a phrase that follows the subject.
  private int adverbialPhrase(int from, int to) {
    if (to - from < 4) {
      return to;
    }
    char last = text.charAt(to - 1);
    boolean framed =
        last == '时'
            || last == '中'
            || last == '上'
            || last == '后'
            || last == '里'
            || last == '下'
            || last == '前'
            || last == '间';
    for (int i = from + 2; i < to - 1; i++) {
      char c = text.charAt(i);
      boolean opens =
          framed
              ? c == '在' || c == '谈' || c == '就'
              : (c == '对' || c == '向' || c == '与' || c == '就') && to - i <= LONGEST_ADDRESSEE;
      if (opens && leavesName(from, i, to) && !insideName(i, i + 1)) {
        return i;
      }
    }
    return to;
  }

  /// Whether a cut takes no name away from what is before it.
  private boolean leavesName(int from, int cut, int to) {
    return names.anyInside(from, cut) || !names.anyInside(cut, to);
  }

  static boolean isAdverb(char c) {
    return ADVERBS.indexOf(c) >= 0;
  }
}
