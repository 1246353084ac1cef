package io.wenliu.nlp.names;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// What the tagger sees at each character of one sentence, as hashed features.
///
/// Features are characters and pairs of characters near by, the words of a general dictionary
/// around, and matches of the gazetteer's lists that cover the place.
final class SentenceFeatures {
  /// The most features one character can have.
  static final int MAX = 64;

  private static final int PAD = 0xFFFF;
  private static final int[] LISTS = {
    Gazetteer.LOC,
    Gazetteer.ORG,
    Gazetteer.PER,
    Gazetteer.TOWN,
    Gazetteer.ORG_TAIL,
    Gazetteer.TITLE,
    Gazetteer.OTHER,
    Gazetteer.PLACE,
    Gazetteer.FOREIGN,
    Gazetteer.BRAND
  };
  private static final String TRANSLITERATION =
      "阿埃艾安昂奥巴白班邦鲍贝本比彼别波伯博布查达戴丹道德登迪蒂丁东杜多厄恩尔法菲费芬弗福夫盖甘冈戈格根贡古哈海汉豪赫亨胡华怀惠霍基吉加贾杰金津卡凯坎康考科克肯库夸昆拉莱兰朗劳勒雷里利丽廉林隆卢鲁路伦罗洛马玛麦曼梅蒙孟米密缅明摩莫墨姆穆拿纳娜南内尼宁纽农努诺欧帕潘庞佩彭皮平泼普奇齐恰强乔切琼丘让热日荣茹儒瑞若萨塞赛桑瑟森沙山尚舍申圣施史士什斯松苏孙索塔泰坦汤唐特滕提廷通图托瓦万汪威韦维文沃乌武西希锡夏香肖谢辛休许雅亚延扬耶伊因尤于约泽曾扎詹珍朱兹祖佐";

  /// Of features that look at neighbours: so many places stand before and behind the text.
  private static final int MARGIN = 3;

  private static final byte[] TYPE = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < TYPE.length; c++) {
      TYPE[c] = (byte) type((char) c);
    }
  }

  private final char[] text;

  /// The text with digits alike, and margins.
  private final int[] chars;

  private final int[][] lists;

  /// Per place, with margins, a bit for each list that covers it.
  private final int[] listed;

  private final int[] foreignRun;

  /// With margins.
  private final int[] type;

  private final int[] wordHash;
  private final int[] wordPlace;
  private final WordLattice words;
  private final boolean[] surname;

  /// With margins; 1 where the character is one of given names.
  private final int[] given;

  /// @param sentence folded by [CharFold]
  /// @param hidden tells, by a word's hash, which list entries to overlook; training hides some so
  ///   that the model learns to do without
  SentenceFeatures(String sentence, WordTrie gazetteer, IntPredicate hidden) {
    text = sentence.toCharArray();
    int n = text.length;
    chars = new int[n + 2 * MARGIN];
    type = new int[n + 2 * MARGIN];
    listed = new int[n + 2 * MARGIN];
    for (int k = 0; k < MARGIN; k++) {
      chars[k] = PAD;
      chars[n + MARGIN + k] = PAD;
      type[k] = -1;
      type[n + MARGIN + k] = -1;
    }
    for (int i = 0; i < n; i++) {
      type[i + MARGIN] = TYPE[text[i]];
      chars[i + MARGIN] = TYPE[text[i]] == 1 ? '0' : text[i];
    }
    words = WordLattice.of(sentence);
    lists = new int[LISTS.length][n];
    surname = new boolean[n];
    given = new int[n + 2 * MARGIN];
    match(gazetteer, hidden);
    foreignRun = new int[n];
    wordHash = new int[n];
    wordPlace = new int[n];
    for (int i = 0; i < n; i++) {
      int length = words.end[i] - words.start[i];
      wordHash[i] =
          i == words.start[i] ? hash(words.start[i], words.end[i]) : wordHash[words.start[i]];
      int place = length == 1 ? 3 : i == words.start[i] ? 0 : i == words.end[i] - 1 ? 2 : 1;
      wordPlace[i] = place << 4 | Math.min(length, 5);
    }
    for (int i = 0; i < n; ) {
      int j = i;
      while (j < n && type[j + MARGIN] == 5) {
        j++;
      }
      for (int k = i; k < j; k++) {
        foreignRun[k] = Math.min(j - i, 7) << 4 | Math.min(k - i, 7);
      }
      i = j == i ? i + 1 : j;
    }
  }

  int length() {
    return text.length;
  }

  private void match(WordTrie trie, IntPredicate hidden) {
    int n = text.length;
    int[] covered = new int[LISTS.length];
    int[] longest = new int[LISTS.length];
    for (int i = 0; i < n; i++) {
      Arrays.fill(longest, 0);
      int node = WordTrie.ROOT;
      int h = 17;
      for (int j = i; j < n; j++) {
        node = trie.step(node, text[j]);
        if (node == WordTrie.NONE) {
          break;
        }
        h = h * 31 + text[j];
        int categories = trie.categories(node);
        if (categories == 0 || hidden.test(h)) {
          continue;
        }
        if ((categories & Gazetteer.SURNAME) != 0) {
          surname[i] = true;
        }
        if ((categories & Gazetteer.GIVEN) != 0) {
          given[i + MARGIN] = 1;
        }
        for (int l = 0; l < LISTS.length; l++) {
          if ((categories & LISTS[l]) != 0) {
            longest[l] = j + 1;
          }
        }
      }
      for (int l = 0; l < LISTS.length; l++) {
        int end = longest[l];
        if (end > 0 && end > covered[l]) {
          mark(l, i, end);
          covered[l] = end;
        }
      }
    }
  }

  private void mark(int number, int from, int end) {
    int[] list = lists[number];
    int bucket = Math.min(end - from, 6) << 3;
    for (int k = from; k < end; k++) {
      int place = end - from == 1 ? 4 : k == from ? 1 : k == end - 1 ? 3 : 2;
      if (list[k] == 0 || k == from) {
        list[k] = bucket | place;
      }
      listed[k + MARGIN] |= 1 << number;
    }
  }

  private int hash(int from, int to) {
    int h = 7;
    for (int k = from; k < to; k++) {
      h = h * 31 + chars[k + MARGIN];
    }
    return h;
  }

  private static int type(char c) {
    if (c >= '0' && c <= '9') {
      return 1;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      return 2;
    }
    if (c == '·') {
      return 5;
    }
    if (c < 0x2E80 || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00) {
      return 3;
    }
    if ("一二三四五六七八九十百千万亿零〇两".indexOf(c) >= 0) {
      return 4;
    }
    return TRANSLITERATION.indexOf(c) >= 0 ? 5 : 6;
  }

  private static int at(int[] values, int i) {
    return i < 0 || i >= values.length ? -1 : values[i];
  }

  private int wordBefore(int i) {
    int s = words.start[i];
    return s == 0 ? PAD : wordHash[s - 1];
  }

  private int wordAfter(int i) {
    int e = words.end[i];
    return e >= text.length ? PAD : wordHash[e];
  }

  private int posBefore(int i) {
    int s = words.start[i];
    return s == 0 ? PAD : words.pos[s - 1];
  }

  private int posAfter(int i) {
    int e = words.end[i];
    return e >= text.length ? PAD : words.pos[e];
  }

  /// Writes the features of character `i` and answers how many there are.
  int at(int i, int[] out) {
    int k = 0;
    int p = i + MARGIN;
    int c = chars[p];
    int before = chars[p - 1];
    int after = chars[p + 1];
    int before2 = chars[p - 2];
    int after2 = chars[p + 2];
    out[k++] = key(1, c, 0, 0);
    out[k++] = key(2, before, 0, 0);
    out[k++] = key(3, after, 0, 0);
    out[k++] = key(4, before2, 0, 0);
    out[k++] = key(5, after2, 0, 0);
    out[k++] = key(6, before, c, 0);
    out[k++] = key(7, c, after, 0);
    out[k++] = key(8, before2, before, 0);
    out[k++] = key(9, after, after2, 0);
    out[k++] = key(10, before, after, 0);
    out[k++] = key(11, before2, before, c);
    out[k++] = key(12, before, c, after);
    out[k++] = key(13, c, after, after2);
    out[k++] = key(14, chars[p + 3], after2, 0);
    out[k++] = key(15, chars[p - 3], before2, 0);
    int types =
        type[p - 2] * 4096 + type[p - 1] * 512 + type[p] * 64 + type[p + 1] * 8 + type[p + 2];
    out[k++] = key(16, types, 0, 0);
    out[k++] = key(17, foreignRun[i], 0, 0);
    out[k++] = key(18, foreignRun[i], type[p - 1], type[p + 1]);
    int place = wordPlace[i];
    int pos = words.pos[i];
    int posBefore = posBefore(i);
    int posAfter = posAfter(i);
    int wordAfter = wordAfter(i);
    out[k++] = key(20, wordHash[i], place, 0);
    out[k++] = key(21, place, pos, 0);
    out[k++] = key(22, wordBefore(i), place, 0);
    out[k++] = key(23, wordAfter, place, 0);
    out[k++] = key(24, posBefore, pos, place);
    out[k++] = key(25, posAfter, pos, place);
    out[k++] = key(26, posBefore, posAfter, place);
    boolean previousSurname = i > 0 && surname[i - 1];
    boolean earlierSurname = i > 1 && surname[i - 2];
    int surnames = (surname[i] ? 1 : 0) | (previousSurname ? 2 : 0) | (earlierSurname ? 4 : 0);
    out[k++] = key(27, surnames, place, at(wordPlace, i + 1));
    int givens = given[p - 1] | given[p] << 1 | given[p + 1] << 2 | given[p + 2] << 3;
    out[k++] = key(64, surnames, givens, place);
    out[k++] = key(28, surnames, at(lists[5], i - 1), 0);
    out[k++] = key(29, surnames, wordAfter, 0);
    int near = listed[p - 1] | listed[p] | listed[p + 1];
    for (int rest = near; rest != 0; rest &= rest - 1) {
      int l = Integer.numberOfTrailingZeros(rest);
      int here = lists[l][i];
      int last = at(lists[l], i - 1);
      int next = at(lists[l], i + 1);
      out[k++] = key(30 + l, here, 0, 0);
      out[k++] = key(40 + l, here, last & 7, next & 7);
      if (here > 0) {
        out[k++] = key(50 + l, here, c, 0);
      }
    }
    int names = lists[0][i] | lists[1][i] << 8 | lists[2][i] << 16;
    if (names != 0) {
      out[k++] = key(60, names, lists[3][i] | lists[4][i] << 8 | lists[6][i] << 16, 0);
      out[k++] = key(61, names, after, 0);
      out[k++] = key(62, names, before, 0);
      out[k++] = key(63, lists[0][i] & 7, at(lists[1], i + 1) & 7, at(lists[4], i + 1) & 7);
    }
    return k;
  }

  private static int key(int template, int a, int b, int c) {
    long h = template * 0x9E3779B97F4A7C15L;
    h = (h ^ a) * 0xBF58476D1CE4E5B9L;
    h ^= h >>> 29;
    h = (h ^ b) * 0x94D049BB133111EBL;
    h ^= h >>> 32;
    h = (h ^ c) * 0xD6E8FEB86659FD93L;
    h ^= h >>> 32;
    int key = (int) h;
    return key == 0 ? 1 : key;
  }
}
