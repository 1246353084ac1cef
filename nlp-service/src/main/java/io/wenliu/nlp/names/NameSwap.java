package io.wenliu.nlp.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes an annotated paragraph anew with other names in it, so that the tagger learns what stands
/// around names and what they are made of, not the names of one year.
///
/// Persons become invented Chinese or foreign ones, places others of the same level, and the place
/// that an organisation's name begins with another place. The same paragraph and salt give the same
/// text.
final class NameSwap {
  /// The paragraph anew, and where its names are now.
  record Text(String text, List<Span> spans) {}

  private static final String LEVELS = "省市县区州镇乡村旗";
  private static final String COMMON_SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
          + "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
  private static final int LONGEST_PLACE_PART = 4;

  private final WordTrie gazetteer;
  private final List<String> surnames = Gazetteer.words("surname.txt");
  private final List<String> given = Gazetteer.words("given.txt");
  private final List<String> foreign = Gazetteer.words("per-foreign.txt");
  private final List<String> countries = Gazetteer.words("loc-country.txt");
  private final List<String> world = new ArrayList<>();
  private final Map<Character, List<String>> byLevel = new HashMap<>();
  private final List<String> shortPlaces = new ArrayList<>();

  NameSwap(WordTrie gazetteer) {
    this.gazetteer = gazetteer;
    for (String list :
        new String[] {"loc-china.txt", "loc-world.txt", "loc-town.txt", "loc-dictionary.txt"}) {
      for (String place : Gazetteer.words(list)) {
        char level = place.charAt(place.length() - 1);
        if (LEVELS.indexOf(level) >= 0) {
          byLevel.computeIfAbsent(level, _ -> new ArrayList<>()).add(place);
        } else if (list.equals("loc-world.txt")) {
          world.add(place);
        } else if (place.length() <= 3) {
          shortPlaces.add(place);
        }
      }
    }
  }

  Text swapped(String text, List<Span> spans, int salt) {
    Random random = new Random(text.hashCode() * 31L + salt);
    Map<String, String> chosen = new HashMap<>();
    StringBuilder out = new StringBuilder();
    List<Span> moved = new ArrayList<>();
    int last = 0;
    for (Span span : spans) {
      String name = text.substring(span.start(), span.end());
      String other =
          chosen.computeIfAbsent(name, n -> random.nextInt(5) == 0 ? n : other(n, span, random));
      out.append(text, last, span.start());
      moved.add(new Span(out.length(), out.length() + other.length(), span.type()));
      out.append(other);
      last = span.end();
    }
    out.append(text, last, text.length());
    return new Text(out.toString(), moved);
  }

  private String other(String name, Span span, Random random) {
    return switch (span.type()) {
      case PER -> person(name, random);
      case LOC -> place(name, random);
      default -> body(name, random);
    };
  }

  private String person(String name, Random random) {
    boolean dotted = name.indexOf('·') >= 0;
    boolean chinese =
        !dotted
            && name.length() <= 4
            && (gazetteer.categories(name.substring(0, 1)) & Gazetteer.SURNAME) != 0;
    if (dotted ? random.nextInt(3) > 0 : !chinese && random.nextInt(4) == 0) {
      return any(foreign, random) + "·" + any(foreign, random);
    }
    if (!chinese || random.nextInt(6) == 0) {
      return any(foreign, random);
    }
    String surname =
        random.nextInt(4) > 0
            ? String.valueOf(COMMON_SURNAMES.charAt(random.nextInt(COMMON_SURNAMES.length())))
            : any(surnames, random);
    String first = any(given, random);
    return random.nextInt(4) == 0 ? surname + first : surname + first + any(given, random);
  }

  private String place(String name, Random random) {
    if ((gazetteer.categories(name) & Gazetteer.COUNTRY) != 0) {
      return any(countries, random);
    }
    List<String> same = byLevel.get(name.charAt(name.length() - 1));
    if (same != null && name.length() <= 5) {
      return any(same, random);
    }
    if (name.length() > LONGEST_PLACE_PART) {
      return body(name, random);
    }
    if ((gazetteer.categories(name) & Gazetteer.LOC) == 0) {
      return name;
    }
    return any(random.nextBoolean() ? world : shortPlaces, random);
  }

  /// Another place where the name begins with one.
  private String body(String name, Random random) {
    int place = 0;
    int node = WordTrie.ROOT;
    for (int i = 0; i < name.length() - 1; i++) {
      node = gazetteer.step(node, name.charAt(i));
      if (node == WordTrie.NONE) {
        break;
      }
      if (i > 0 && (gazetteer.categories(node) & Gazetteer.LOC) != 0) {
        place = i + 1;
      }
    }
    return place == 0 ? name : place(name.substring(0, place), random) + name.substring(place);
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
