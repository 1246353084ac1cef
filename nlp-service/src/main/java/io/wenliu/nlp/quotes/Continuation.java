package io.wenliu.nlp.quotes;

import io.wenliu.contract.Enrichment.EntityType;
import io.wenliu.nlp.quotes.Sentences.Sentence;
import java.util.List;
import java.util.Set;

/// Tells where reported speech ends that no mark closes.
final class Continuation {
  /// Openings with which the speaker goes on.
  private static final String[] GOES_ON = {
    "希", "要", "必须", "应", "需要", "需", "我们", "我", "希望", "愿", "将", "这", "对此", "双方", "中方", "因此", "同时",
    "只有", "不能", "把", "坚持", "一是", "二是", "三是", "四是", "第一", "第二", "第三", "首先", "其次", "如果", "尽管", "无论",
    "为此", "期待", "相信", "支持", "推动", "加强", "深化", "新时代", "新征程", "各", "实现", "全面", "加快", "任何", "特别是",
    "尤其", "而", "但", "所以", "因为", "既要", "着力", "不断", "进一步", "切实", "扎实", "以", "用", "让", "更", "从", "两国",
    "当前", "今后", "下一步", "未来", "落实", "完善", "健全", "强化", "优化", "推进", "发挥", "做好", "抓好", "围绕", "聚焦", "充分",
    "严格", "积极", "大力", "统筹", "继续", "聚", "发展", "贯彻", "提高", "提升", "促进", "紧", "深入", "牢", "增强", "构建",
    "建设", "打造", "维护", "保障", "确保", "突出", "注重", "持续", "自觉", "努力", "共同", "始终"
  };

  /// Openings with which the reporter takes over again.
  private static final String[] REPORTER = {
    "据", "记者", "数据显示", "截至", "近日", "日前", "此外", "另外", "另据", "随后", "当天", "当日", "报道", "会议", "会前", "会后",
    "会谈", "座谈会", "他", "她", "有关", "昨天", "今晚", "连日来", "在此", "与此同时", "另一方面", "出席", "陪同", "《", "——",
    "这是", "当地时间", "仪式", "活动", "论坛", "大会", "有分析", "分析", "媒体", "总书记", "（", "清明", "“", "谆谆", "为有效",
    "为贯彻", "为深入", "俗话", "各地", "各级", "代表", "与会", "两国元首", "参加", "新华社", "总台"
  };

  /// Openings that belong to the reporter, except within a long statement.
  private static final String[] NARRATIVE = {
    "今年以来", "近年来", "党的十八大", "党的二十", "如今", "目前", "今天", "今年", "去年", "十年来", "多年来"
  };

  private static final Set<String> SAYING =
      Set.of("指出", "表示", "强调", "认为", "介绍", "宣布", "透露", "提出", "提到", "重申");

  private final String text;
  private final List<Speakers.Name> names;

  Continuation(String text, List<Speakers.Name> names) {
    this.text = text;
    this.names = names;
  }

  /// The end of the speech that starts at `from` within sentence `s`.
  int end(List<Sentence> sentences, int s, int from, String speaker, String verb) {
    Sentence sentence = sentences.get(s);
    int cut = relapse(from, sentence.end());
    if (cut < sentence.end()) {
      return cut;
    }
    boolean opensParagraph = sentence.first();
    int last = s;
    while (last + 1 < sentences.size()
        && !sentences.get(last + 1).first()
        && goesOn(sentences.get(last + 1), opensParagraph, speaker, verb)) {
      last++;
    }
    return sentences.get(last).end();
  }

  /// `…，并否认…`: the reporter goes on about the speaker within the sentence.
  private int relapse(int from, int end) {
    for (int i = from + 6; i < end - 3; i++) {
      if (text.charAt(i) == '，'
          && (text.startsWith("并否认", i + 1)
              || text.startsWith("并指责", i + 1)
              || text.startsWith("并宣布", i + 1)
              || text.startsWith("并呼吁", i + 1)
              || text.startsWith("并警告", i + 1)
              || text.startsWith("并表示", i + 1)
              || text.startsWith("并强调", i + 1)
              || text.startsWith("并称", i + 1))) {
        return i;
      }
    }
    return end;
  }

  private boolean goesOn(Sentence next, boolean opensParagraph, String speaker, String verb) {
    int at = next.start();
    boolean statement = opensParagraph && verb.endsWith("表示");
    if (isAttribution(next)
        || startsWithAny(at, next.end(), REPORTER)
        || (!statement && startsWithAny(at, next.end(), NARRATIVE))) {
      return false;
    }
    if (namesSpeaker(next, speaker)) {
      return false;
    }
    if (startsWithAny(at, next.end(), GOES_ON) || text.startsWith("方", at + 1)) {
      return true;
    }
    return opensParagraph && !verb.endsWith("称") && !startsWithPerson(next);
  }

  private boolean namesSpeaker(Sentence next, String speaker) {
    int at = text.indexOf(speaker, next.start());
    return at >= 0 && at < next.start() + 12 && at < next.end();
  }

  private boolean startsWithPerson(Sentence next) {
    for (Speakers.Name name : names) {
      if (name.start() >= next.start()) {
        return name.start() == next.start() && name.type() == EntityType.PER;
      }
    }
    return false;
  }

  private boolean isAttribution(Sentence sentence) {
    for (Speakers.Name name : names) {
      if (name.start() >= sentence.start() + 12) {
        break;
      }
      if (name.start() >= sentence.start()
          && (text.startsWith("称", name.end())
              || text.startsWith("说", name.end())
              || text.startsWith("表示", name.end()))) {
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

  private boolean startsWithAny(int from, int to, String[] words) {
    for (String word : words) {
      if (from + word.length() <= to && text.startsWith(word, from)) {
        return true;
      }
    }
    return false;
  }
}
