package io.wenliu.nlp.names;

import io.wenliu.contract.Enrichment.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Evens out the tagger's spans over a document: a name found in one place is found in the others.
final class SpanRules {
  private static final int SHORTEST_REPEATED = 2;
  private static final int MOST_REPEATED = 2000;
  private static final int LONGEST_BODY = 12;
  private static final int SHORTEST_KNOWN_BODY = 4;
  private static final int SHORTEST_KNOWN_PERSON = 3;
  private static final int ANY_TAIL =
      Gazetteer.ORG_TAIL | Gazetteer.LOC_TAIL | Gazetteer.LOC | Gazetteer.ORG | Gazetteer.TOWN;

  private static final String CHINA = "中国";
  private static final String NOT_BEHIND_CHINA = "家王际防债道";

  private static final String TEAM_STARTS = "国男女青足篮排乒羽游田体跳射冰举队";
  private static final Pattern TEAM =
      Pattern.compile(
          "(国家)?(男子|女子|男|女|青年)?(足球|足|篮球|篮|排球|排|乒乓球|羽毛球|游泳|田径|体操|跳水|射击|冰球|冰壶|举重)?"
              + "队(?![员伍长友列形旗])|[男女](排|篮|足)|国(足|羽|乒)");

  private final WordTrie gazetteer;
  private final SpanEdges edges;
  private final SpanGrowth growth;

  SpanRules(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
    this.edges = new SpanEdges(gazetteer);
    this.growth = new SpanGrowth(gazetteer);
  }

  List<Span> apply(String text, List<Span> tagged) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < tagged.size(); i++) {
      for (Span mended : edges.mended(text, tagged.get(i))) {
        if (spans.isEmpty() || spans.getLast().end() <= mended.start()) {
          int limit = i + 1 < tagged.size() ? tagged.get(i + 1).start() : text.length();
          Span whole = extended(text, shrunk(text, mended), limit);
          append(text, spans, growth.grown(text, whole, limit));
        }
      }
    }
    List<Span> bare = SpanEdges.withoutNeighbours(text, spans);
    return repeat(text, growth.withGarrisons(text, withKnown(text, bare)));
  }

  /// Adds the gazetteer's own organisations and persons where the tagger saw nothing, if their
  /// names are too long to stand there by chance, and China, which what follows may hide: 中国式.
  private List<Span> withKnown(String text, List<Span> spans) {
    List<Span> all = new ArrayList<>();
    int next = 0;
    int i = 0;
    while (i < text.length()) {
      if (next < spans.size() && spans.get(next).start() <= i) {
        all.add(spans.get(next));
        i = Math.max(i, spans.get(next++).end());
        continue;
      }
      int limit = next < spans.size() ? spans.get(next).start() : text.length();
      Span known = known(text, i, limit);
      if (known == null) {
        i++;
      } else {
        all.add(known);
        i = known.end();
      }
    }
    return all;
  }

  private @Nullable Span known(String text, int from, int limit) {
    Span best = null;
    int node = WordTrie.ROOT;
    for (int i = from; i < limit; i++) {
      node = gazetteer.step(node, text.charAt(i));
      if (node == WordTrie.NONE) {
        break;
      }
      int length = i + 1 - from;
      if (length == CHINA.length() && isChina(text, from)) {
        best = new Span(from, i + 1, EntityType.LOC);
      } else if ((gazetteer.categories(node) & Gazetteer.LOC) != 0 && hasPartBehind(text, i + 1)) {
        best = new Span(from, i + 1, EntityType.LOC);
      }
      int categories = gazetteer.categories(node);
      if ((categories & Gazetteer.ORG) != 0 && length >= SHORTEST_KNOWN_BODY) {
        best = new Span(from, i + 1, EntityType.ORG);
      } else if ((categories & Gazetteer.PER) != 0 && length >= SHORTEST_KNOWN_PERSON) {
        best = new Span(from, i + 1, EntityType.PER);
      }
    }
    return best;
  }

  /// 山东 in 山东南部, 甘肃 in 甘肃西北部.
  private static boolean hasPartBehind(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 2 && "东南西北中".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '部';
  }

  /// Not 发展中国家, nor the king of 其中国王.
  private static boolean isChina(String text, int from) {
    int behind = from + CHINA.length();
    return text.startsWith(CHINA, from)
        && (behind == text.length() || NOT_BEHIND_CHINA.indexOf(text.charAt(behind)) < 0);
  }

  /// Adds a span, joined to the place that it directly follows: 日本 and 自民党 are one name.
  private void append(String text, List<Span> spans, Span span) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null
        && last.end() == span.start()
        && last.type() == EntityType.LOC
        && span.type() == EntityType.ORG
        && !isInternational(text, span)) {
      spans.set(spans.size() - 1, new Span(last.start(), span.end(), EntityType.ORG));
    } else {
      spans.add(span);
    }
  }

  private static boolean isInternational(String text, Span span) {
    for (String body : new String[] {"联合国", "北约", "欧盟", "东盟", "非盟", "世界"}) {
      if (text.startsWith(body, span.start())) {
        return true;
      }
    }
    return false;
  }

  /// Cuts a place followed by an ordinary word, 乌克兰军工, back to the place: such words do not end a
  /// name.
  Span shrunk(String text, Span span) {
    String name = text.substring(span.start(), span.end());
    if (span.type() == EntityType.PER || gazetteer.categories(name) != 0) {
      return span;
    }
    int place = 0;
    int node = WordTrie.ROOT;
    for (int i = 0; i < name.length() && node != WordTrie.NONE; i++) {
      node = gazetteer.step(node, name.charAt(i));
      if (node != WordTrie.NONE && (gazetteer.categories(node) & Gazetteer.LOC) != 0) {
        place = i + 1;
      }
    }
    if (place < 2 || place == name.length() || endsLikeAName(name, place)) {
      return span;
    }
    return new Span(span.start(), span.start() + place, EntityType.LOC);
  }

  /// Lets a place grow into the body that bears its name, 海口市 into 海口市中级人民法院, where only nouns
  /// stand between it and a word that only ends such names. A country needs more than that word:
  /// 美国银行 are the banks of America.
  Span extended(String text, Span span, int limit) {
    if (span.type() != EntityType.LOC) {
      return span;
    }
    int team = teamEnd(text, span.end(), limit);
    if (team > 0) {
      return new Span(span.start(), team, EntityType.ORG);
    }
    int to = Math.min(Math.min(limit, text.length()), span.end() + LONGEST_BODY);
    int stop = span.end();
    while (stop < to && isHan(text.charAt(stop))) {
      stop++;
    }
    if (stop == span.end()) {
      return span;
    }
    WordLattice words = WordLattice.of(text.substring(span.end(), stop));
    boolean ofCountry =
        (gazetteer.categories(text, span.start(), span.end()) & Gazetteer.COUNTRY) != 0;
    int end = 0;
    for (int i = 0; i < stop - span.end(); i = words.end[i]) {
      if (!isNominal(words.pos[i] >> 8)) {
        break;
      }
      String word = text.substring(span.end() + i, span.end() + words.end[i]);
      boolean body = (gazetteer.categories(word) & Gazetteer.BODY) != 0;
      if (body && !(i == 0 && ofCountry)) {
        end = span.end() + words.end[i];
      }
    }
    return end == 0 ? span : new Span(span.start(), end, EntityType.ORG);
  }

  /// `女足`, `国家男子篮球队`: the end of a sports team's name that goes on at `from`; 0 for none.
  private static int teamEnd(String text, int from, int limit) {
    if (from >= limit || TEAM_STARTS.indexOf(text.charAt(from)) < 0) {
      return 0;
    }
    Matcher team = TEAM.matcher(text).region(from, text.length());
    return team.lookingAt() && team.end() <= limit ? team.end() : 0;
  }

  private static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  /// Nouns, their modifiers, and what no dictionary has.
  private static boolean isNominal(int pos) {
    return pos == 0 || "nbjgk".indexOf(pos) >= 0;
  }

  private boolean endsLikeAName(String name, int place) {
    for (int from = place; from < name.length(); from++) {
      if ((gazetteer.categories(name, from, name.length()) & ANY_TAIL) != 0) {
        return true;
      }
    }
    WordLattice words = WordLattice.of(name.substring(place));
    int last = name.length() - place - 1;
    return words.start[last] == last || words.pos[last] == 0;
  }

  /// Marks further occurrences of persons' names of three characters and more, and of family names
  /// of foreigners whose whole name is given.
  private List<Span> repeat(String text, List<Span> spans) {
    Map<String, EntityType> known = new HashMap<>();
    Set<String> clashing = new HashSet<>();
    for (Span span : spans) {
      String name = text.substring(span.start(), span.end());
      if (name.length() > SHORTEST_REPEATED && known.size() < MOST_REPEATED) {
        EntityType before = known.putIfAbsent(name, span.type());
        if (before != null && before != span.type()) {
          clashing.add(name);
        }
        if (span.type() == EntityType.ORG && name.endsWith("科技") && name.length() == 4) {
          known.putIfAbsent(name.substring(0, 2), EntityType.ORG);
        }
        int dot = name.lastIndexOf('·');
        if (span.type() == EntityType.PER && dot > 0 && name.length() - dot > 2) {
          known.putIfAbsent(name.substring(dot + 1), EntityType.PER);
        }
      }
    }
    clashing.forEach(known::remove);
    if (known.isEmpty()) {
      return spans;
    }
    KnownNames names = new KnownNames(known);
    List<Span> all = new ArrayList<>();
    int next = 0;
    int i = 0;
    while (i < text.length()) {
      if (next < spans.size() && spans.get(next).start() <= i) {
        Span span = spans.get(next++);
        all.add(span);
        i = Math.max(i, span.end());
        continue;
      }
      int limit = next < spans.size() ? spans.get(next).start() : text.length();
      Span found = names.longest(text, i, limit);
      if (found == null || SpanEdges.isDepartment(text, found)) {
        i++;
      } else {
        all.add(found);
        i = found.end();
      }
    }
    return all;
  }
}
