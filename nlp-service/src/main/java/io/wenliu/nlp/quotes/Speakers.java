package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells whose words a verb of saying introduces.
final class Speakers {
  /// A name in the text, in UTF-16 offsets.
  record Name(int start, int end, EntityType type, String canonical) {}

  private static final int LONGEST_PHRASE = 24;
  private static final int LONGEST_ADDRESSEE = 16;
  private static final String[] HE = {"他", "她", "他们", "她们", "本人", "自己"};
  private static final String[] TITLES = {
    "总书记", "该机构", "该组织", "该公司", "该部门", "该部", "该党", "该校", "该集团", "该企业", "该局", "该报", "该国", "该负责人",
    "这位", "这名", "总统", "主席", "总理", "委员长", "首相", "部长"
  };
  private static final String[] PREPOSITIONS = {
    "据", "在", "对于", "对", "针对", "谈及", "谈到", "面对", "随着", "当", "从", "就", "根据", "关于", "说起", "提起", "提到",
    "为", "为了", "与", "同", "和", "自", "经", "由", "围绕", "作为", "会见", "按照", "通过", "结合"
  };
  private static final String[] ACCOMPANYING = {
    "与", "同", "对", "向", "给", "跟", "被", "会见", "会晤", "受", "把", "据", "在", "于", "以", "为", "围绕", "就",
    "访问", "在对", "关于", "由"
  };
  private static final String ADVERBS = "还也又都就则曾已更再均并亦将正一致纷纷同时";

  private final String text;
  private final List<Name> names;

  /// @param names in reading order
  Speakers(String text, List<Name> names) {
    this.text = text;
    this.names = names;
  }

  /// The speaker named in one clause that ends before its verb; null when the clause names none.
  @Nullable String in(int start, int end, @Nullable String previous) {
    int from = skipConnectives(start, end);
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
    boolean preposition = startsWithAny(from, to, PREPOSITIONS) != null;
    List<Name> inside = inside(from, to);
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
    int from = skipConnectives(start, end);
    String pronoun = pronoun(from, end);
    if (pronoun != null) {
      return antecedent(from, pronoun, null);
    }
    List<Name> inside = inside(from, end);
    Name person = pick(inside, EntityType.PER, from, false);
    if (person != null) {
      return person.canonical();
    }
    Name organisation = pick(inside, EntityType.ORG, from, false);
    return organisation == null ? null : organisation.canonical();
  }

  /// The person, named or meant by a pronoun, in a stretch of text; null when there is none.
  @Nullable String person(int start, int end) {
    Name person = pick(inside(start, end), EntityType.PER, start, false);
    if (person != null) {
      return person.canonical();
    }
    String pronoun = pronoun(skipConnectives(start, end), end);
    return pronoun == null ? null : antecedent(start, pronoun, null);
  }

  /// Whose report is meant by 报道称: `据某国媒体…报道` before it.
  private String report(int at) {
    int sentence = text.lastIndexOf('\n', at) + 1;
    int by = text.lastIndexOf('据', at);
    int report = by < 0 ? -1 : text.indexOf("报道", by);
    if (by < sentence || report < 0 || report >= at || report - by > 30) {
      return "报道";
    }
    int end = stripAdverbials(by + 1, report);
    for (Name name : inside(by + 1, end)) {
      if (name.type() == EntityType.ORG) {
        return name.canonical();
      }
    }
    return text.substring(by + 1, end) + "报道";
  }

  /// The most recent person (or, for 该机构 and the like, organisation) before an offset.
  @Nullable String antecedent(int before, String pronoun, @Nullable String previous) {
    boolean organisation = pronoun.startsWith("该");
    for (int i = firstFrom(before) - 1; i >= 0; i--) {
      Name name = names.get(i);
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
    for (String he : HE) {
      if (text.startsWith(he, from) && from + he.length() <= to) {
        return he;
      }
    }
    for (String title : TITLES) {
      if (text.startsWith(title, from) && from + title.length() <= to) {
        int next = from + title.length();
        return inside(next, to).isEmpty() ? title : null;
      }
    }
    int he = text.indexOf('他', from);
    if (he < 0 || he >= to) {
      he = text.indexOf('她', from);
    }
    boolean clean =
        he > from
            && he < to
            && text.charAt(he - 1) != '其'
            && (text.charAt(he - 1) != '的' || he - from > 2)
            && !text.startsWith("他们", he)
            && inside(from, to).stream().noneMatch(n -> n.type() == EntityType.PER);
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

  /// Whether a preposition shortly before makes the name somebody spoken to.
  private boolean accompanies(Name name, int from) {
    for (String word : ACCOMPANYING) {
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

  private List<Name> inside(int from, int to) {
    List<Name> found = new ArrayList<>();
    for (int i = firstFrom(from); i < names.size() && names.get(i).start() < to; i++) {
      if (names.get(i).end() <= to) {
        found.add(names.get(i));
      }
    }
    return found;
  }

  /// The index of the first name that starts at `offset` or later.
  private int firstFrom(int offset) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  private @Nullable String startsWithAny(int from, int to, String[] words) {
    for (String word : words) {
      if (from + word.length() <= to && text.startsWith(word, from)) {
        return word;
      }
    }
    return null;
  }

  /// Whether a subject or an adverb stands right before the word, so that it is a verb there.
  boolean precedesVerb(int start, int verb) {
    int to = stripAdverbials(start, verb);
    if (to < verb || to == start) {
      return true;
    }
    int i = firstFrom(verb) - 1;
    return i >= 0 && names.get(i).end() == verb;
  }

  private static final String[] CONNECTIVES = {
    "但是", "但", "而", "不过", "此外", "另外", "同时", "随后", "对此", "其中", "另据", "并且", "并", "因此", "当天", "当日",
    "此前", "日前", "近日"
  };

  private int skipConnectives(int start, int end) {
    int at = start;
    while (at < end && " 　，,；;—“".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = startsWithAny(at, end, CONNECTIVES);
    while (word != null) {
      at += word.length();
      word = startsWithAny(at, end, CONNECTIVES);
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

  private static final String[] ENDINGS = {
    "发表声明",
    "发布声明",
    "发布公告",
    "发布消息",
    "发布通报",
    "发表讲话",
    "发表演讲",
    "发表致辞",
    "接受采访时",
    "接受记者采访时",
    "接受总台记者采访时",
    "接受总台记者专访时",
    "接受专访时",
    "发言",
    "当天",
    "当日",
    "当晚",
    "日前",
    "近日",
    "今天",
    "昨天",
    "昨晚",
    "今晚",
    "此前",
    "随后",
    "随即",
    "曾经",
    "曾",
    "再次",
    "多次",
    "一再",
    "反复",
    "特别",
    "明确",
    "郑重",
    "严肃",
    "公开",
    "共同",
    "一致",
    "纷纷",
    "普遍",
    "同时",
    "还",
    "也",
    "又",
    "都",
    "均",
    "则",
    "并",
    "进一步",
    "深情",
    "动情",
    "激动",
    "自豪",
    "笑着",
    "高兴",
    "上午",
    "下午",
    "晚间",
    "晚",
    "凌晨",
    "早些时候",
    "晚些时候",
    "致辞",
    "会上",
    "会后",
    "对记者",
    "向记者",
    "对媒体",
    "已",
    "在社交媒体上",
    "在社交媒体",
    "发文",
    "撰文",
    "再",
    "更",
    "最后",
    "深有感触",
    "就此",
    "对此",
    "方面",
    "清醒",
    "深刻",
    "语重心长",
    "高瞻远瞩",
    "掷地有声",
    "沉痛",
    "告诉记者",
    "地"
  };

  /// Cuts what stands between a subject and its verb: times, adverbs, 在…时.
  private int stripAdverbials(int from, int end) {
    int to = end;
    boolean cut = true;
    while (cut && to > from) {
      cut = false;
      for (String ending : ENDINGS) {
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
    int i = firstFrom(end) - 1;
    return i >= 0
        && names.get(i).end() > start
        && names.get(i).end() - names.get(i).start() > end - start;
  }

  private int openingBracket(int from, int to) {
    if (to > from && (text.charAt(to - 1) == '）' || text.charAt(to - 1) == ')')) {
      int open = Math.max(text.lastIndexOf('（', to), text.lastIndexOf('(', to));
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
      boolean leavesName = !inside(from, i).isEmpty() || inside(i, to).isEmpty();
      if (opens && leavesName && !insideName(i, i + 1)) {
        return i;
      }
    }
    return to;
  }

  static boolean isAdverb(char c) {
    return ADVERBS.indexOf(c) >= 0;
  }
}
