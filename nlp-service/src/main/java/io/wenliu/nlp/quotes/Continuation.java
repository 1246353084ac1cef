package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.nlp.quotes.Sentences.Sentence;
import java.util.List;
import java.util.Set;

/// Tells where reported speech ends that no mark closes.
final class Continuation {
  /// A subject stands within so many characters of its sentence.
  private static final int EARLY = 12;

  private static final int SHORT_OPENING = 25;

  /// How far ahead the tone of a paragraph is listened for.
  private static final int NEAR = 300;

  private static final Set<String> SAYING =
      Set.of("指出", "表示", "强调", "认为", "介绍", "宣布", "透露", "提出", "提到", "重申");

  /// Verbs of the reporter's own behind 并.
  private static final String[] RELAPSES = {"否认", "指责", "宣布", "呼吁", "警告", "表示", "强调", "称"};

  private final String text;
  private final NameIndex names;
  private final QuoteWords words;

  Continuation(String text, NameIndex names, QuoteWords words) {
    this.text = text;
    this.names = names;
    this.words = words;
  }

  /// The end of the speech that starts at `from` within sentence `s`.
  int end(List<Sentence> sentences, int s, int from, String speaker, String verb) {
    Sentence sentence = sentences.get(s);
    int cut = relapse(from, sentence.end());
    if (cut < sentence.end()) {
      return cut;
    }
    boolean opensParagraph =
        sentence.first()
            || (s > 0
                && sentences.get(s - 1).first()
                && length(sentences.get(s - 1)) <= SHORT_OPENING);
    int last = s;
    while (last + 1 < sentences.size()
        && !sentences.get(last + 1).first()
        && goesOn(sentences.get(last + 1), opensParagraph, speaker, verb)) {
      last++;
    }
    return sentences.get(last).end();
  }

  private static int length(Sentence sentence) {
    return sentence.end() - sentence.start();
  }

  /// `…，并否认…`: the reporter goes on about the speaker within the sentence.
  private int relapse(int from, int end) {
    for (int i = from + 6; i < end - 3; i++) {
      if (text.charAt(i) == '，' && text.charAt(i + 1) == '并' && isSaying(i + 2)) {
        return i;
      }
    }
    return end;
  }

  private boolean isSaying(int at) {
    for (String verb : RELAPSES) {
      if (text.startsWith(verb, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOn(Sentence next, boolean opensParagraph, String speaker, String verb) {
    int at = next.start();
    boolean statement = opensParagraph && (verb.endsWith("表示") || isFirstPerson(next));
    if (isAttribution(next)
        || startsWithAny(at, next.end(), words.reporter())
        || (!statement && startsWithAny(at, next.end(), words.narrative()))) {
      return false;
    }
    if (namesSpeaker(next, speaker)) {
      return false;
    }
    if (startsWithAny(at, next.end(), words.goesOn())) {
      return true;
    }
    if (text.startsWith("方", at + 1) && !verb.endsWith("称")) {
      return true;
    }
    boolean sameSide = text.charAt(at) == speaker.charAt(0);
    return opensParagraph && (sameSide || !verb.endsWith("称")) && !startsWithPerson(next);
  }

  /// Whether the paragraph goes on in the words of somebody who speaks for himself.
  private boolean isFirstPerson(Sentence next) {
    int limit = Math.min(text.length(), next.start() + NEAR);
    String rest = text.substring(next.start(), limit);
    int line = rest.indexOf('\n');
    rest = line < 0 ? rest : rest.substring(0, line);
    return rest.contains("愿同")
        || rest.contains("中方")
        || rest.contains("我愿")
        || rest.contains("我高度");
  }

  private boolean namesSpeaker(Sentence next, String speaker) {
    int limit = Math.min(next.end(), next.start() + EARLY + speaker.length());
    return text.substring(next.start(), limit).contains(speaker);
  }

  private boolean startsWithPerson(Sentence next) {
    List<NameIndex.Name> inside = names.inside(next.start(), next.end());
    return !inside.isEmpty()
        && inside.getFirst().start() == next.start()
        && inside.getFirst().type() == EntityType.PER;
  }

  private boolean isAttribution(Sentence sentence) {
    for (NameIndex.Name name : names.inside(sentence.start(), sentence.end())) {
      if (name.start() >= sentence.start() + EARLY) {
        break;
      }
      if (text.startsWith("称", name.end())
          || text.startsWith("说", name.end())
          || text.startsWith("表示", name.end())) {
        return true;
      }
    }
    for (int i = sentence.start() + 2; i < sentence.end(); i++) {
      char c = text.charAt(i);
      if (c == '，' || c == '：') {
        char before = text.charAt(i - 1);
        String two = text.substring(i - 2, i);
        return before == '说' || before == '称' || SAYING.contains(two);
      }
    }
    return false;
  }

  private boolean startsWithAny(int from, int to, List<String> openings) {
    for (String word : openings) {
      if (from + word.length() <= to && text.startsWith(word, from)) {
        return true;
      }
    }
    return false;
  }
}
