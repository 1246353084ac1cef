package io.wenliu.ingest.page;

import java.util.regex.Pattern;

/// Lines that belong to the page and not to an article.
///
/// The test takes away all that folios, running heads and imprints are made of (numbers, dates,
/// section names, editors); a line of which nothing remains is furniture. It needs no list of
/// lines.
final class Furniture {
  private static final int LONGEST = 60;
  private static final int LONGEST_SECTION = 8;
  private static final int MOST_HAN = 30;
  private static final String DIGITS = "0123456789";

  private static final Pattern EDITORS =
      Pattern.compile(
          "^[（(【\\[]?\\s*(?:(?:本版|本期|本报|本刊|今日|值班|执行|责任|首席|主任|总|副总|视觉|美术|文字|图片|夜班|前方|统筹|策划|新媒体|终审|初审|复审|实习|见习|版面)*"
              + "(?:编辑|责编|主编|副主编|编委|校对|美编|版式|审校|检校|审核|审读|监制|总监|组版|排版|设计|制图|制版|统筹|策划|值班主任|编审|校检|一读|二读|三审|签发|值班总编|出品人|出版))"
              + "(?:\\s*[:：/／|]\\s*|\\s+)\\S.*$");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:^|\\s)(?:邮箱|电子邮箱|邮编|邮政编码|电话|新闻热线|热线|投稿邮箱|地址|社址|网址|邮发代号|国内统一(?:连续出版物)?刊号|刊号|零售|定价|印刷|广告部|发行部|本版邮箱|E-?mail)\\s*[:：]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern URL =
      Pattern.compile(
          "(?:https?://|www\\.)[\\w./?=&%#:~-]+|[\\w.+-]{1,40}@[\\w.-]{1,60}|CN\\s?\\d{2}-\\d{4}");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}\\s*[年./-]\\s*\\d{1,2}(?:\\s*[月./-]\\s*\\d{1,2}\\s*日?|\\s*月)?|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|\\d{4}\\s*年|"
              + "(?:星期|周|礼拜)[一二三四五六日天]|(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
              + "(?:农历)?(?:[正冬腊闰]|十?[一二三四五六七八九十])月(?:初|十|廿|二十|三十)?[一二三四五六七八九十]{0,2}|农历|"
              + "[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日");
  private static final Pattern FOLIO =
      Pattern.compile(
          "第?\\s*[A-Za-z]{0,2}\\s*\\d{1,4}\\s*(?:版|页|期|号)|第\\s*[一二三四五六七八九十百零〇]{1,5}\\s*(?:版|页|期|号|卷)|"
              + "[第总共]+\\s*\\d{1,6}\\s*[期号卷版页]?|\\b[A-Z]{1,2}\\s?\\d{1,3}\\b|\\bPage\\s*\\d+\\b|\\b[Pp]\\.?\\s?\\d{1,3}\\b|今日\\s*\\d+\\s*版|\\d{1,4}");
  private static final Pattern PAPER =
      Pattern.compile(
          "《?[\\u4e00-\\u9fff]{1,10}(?:日报|晚报|时报|周报|早报|晨报|商报|都市报|青年报|军报|导报|快报|新报|周刊|月刊|旬刊|学刊|论坛报)》?|《?求是》?");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?:本版|专版|特刊|专刊|副刊|周刊|特别报道|特别策划|要闻|经济|理论|国际|国内|时事|时政|政治|综合|综合新闻|新闻|社会|民生|法治|法制|"
              + "文化|文艺|文史|体育|科技|科学|教育|教科文|健康|卫生|生态|环境|环保|农业|农村|三农|产业|财经|金融|证券|房产|汽车|旅游|文旅|"
              + "视觉|影像|图片|摄影|评论|言论|时评|观点|观察|视点|视野|焦点|聚焦|关注|深度|调查|调研|人物|读书|阅读|书评|艺术|收藏|美术|"
              + "广告|公告|公益广告|启事|军事|国防|港澳台|台港澳|海外|世界|全球|环球|地方|区域|城市|县域|基层|党建|党史|党的建设|人大|政协|统战|"
              + "民族|宗教|青年|少年|妇女|家庭|生活|消费|娱乐|影视|记录|纪实|报告文学|大地|天下|中国|权威|权威观点|权威发布|导读|头版|数字|数读|"
              + "学术|思想|探索|研究|实践|对话|访谈|专题|专栏|特稿|特写|连载|通讯|综述|本报|热点|热线|资讯|信息|服务|版|周末|假日|"
              + "创新|创业|企业|能源|交通|工业|乡村|城事|百姓|读者来信|来信|声音|广角|前沿|智库|智造|数码|博览|纵横|之窗|园地|天地|视界|眼界)");
  private static final String SECTION_NAMES = "(?:" + SECTION.pattern() + ")";
  private static final Pattern SECTIONS =
      Pattern.compile("^(?:" + SECTION_NAMES + "[\\s·•|/&—-]*){1,4}$");
  private static final Pattern ONE_SECTION = Pattern.compile("^" + SECTION_NAMES + "$");
  private static final Pattern BILINGUAL =
      Pattern.compile(
          "^(?:[\\u4e00-\\u9fff·]{2,8}\\s*[|·/]?\\s*[A-Z][A-Za-z&']+(?:\\s+[A-Za-z&']+){0,5}|"
              + "[A-Z][A-Za-z&']+(?:\\s+[A-Za-z&']+){0,5}\\s*[|·/]?\\s*[\\u4e00-\\u9fff·]{2,8})$");
  private static final Pattern LATIN_HEAD =
      Pattern.compile("[A-Z][A-Za-z&']+(?:\\s+[A-Za-z&']+){0,5}");
  private static final Pattern SEPARATORS =
      Pattern.compile("[|｜·•/／\\-－—―_:：.,，、~〜\\[\\]【】<>《》\\s]+");
  private static final Pattern RULE = Pattern.compile("^[\\s\\-_=*·•~—―─━|+#.]{2,}$");

  private Furniture() {}

  /// Why the line is furniture, in Chinese; empty if its wording does not say so.
  static String reason(String line) {
    if (line.length() > LONGEST || isSentence(line)) {
      return "";
    }
    boolean parted = hasAny(line, ":：/／| \t");
    if (parted && EDITORS.matcher(line).matches() && !Punctuation.hasStop(line)) {
      return "编辑署名行";
    }
    if (!Spacing.isHan(line.charAt(0)) && RULE.matcher(line).matches()) {
      return "分隔线";
    }
    if (parted
        && CONTACT.matcher(line).find()
        && line.length() <= LONGEST
        && !Punctuation.hasStop(line)) {
      return "联系方式、刊号等";
    }
    return folio(line);
  }

  private static String folio(String line) {
    if (!mayBeFolio(line)) {
      return "";
    }
    if (SourceNote.isOpen(line.charAt(0)) || Punctuation.endsWithStop(line)) {
      return "";
    }
    String rest = without(URL, hasAny(line, "h@wC"), line);
    String undated = without(DATE, hasAny(line, DIGITS + "年月农星周礼"), rest);
    boolean dated = !undated.equals(rest);
    String unnumbered = without(FOLIO, hasAny(line, DIGITS + "第"), undated);
    boolean numbered = !unnumbered.equals(undated);
    String unnamed = without(PAPER, hasAny(line, "报刊坛是"), unnumbered);
    boolean paper = !unnamed.equals(unnumbered);
    String left = Spacing.trim(SEPARATORS.matcher(unnamed).replaceAll(" "));
    if (left.isEmpty()) {
      return dated ? "报头日期" : paper ? "报名" : numbered ? "版次、页码" : "网址";
    }
    if (SECTIONS.matcher(left).matches()) {
      boolean alone = left.length() <= 4 && ONE_SECTION.matcher(left).matches();
      return dated || numbered || paper ? "版名加版次、日期或报名" : alone ? "版名" : "";
    }
    if (hasCapital(left) && BILINGUAL.matcher(left).matches()) {
      return "中英文栏目名";
    }
    if ((dated || numbered || paper) && LATIN_HEAD.matcher(left).matches() && left.length() <= 30) {
      return "英文栏目名加页码";
    }
    boolean shortHead = left.length() <= 6 && left.chars().allMatch(c -> Spacing.isHan((char) c));
    if (shortHead && numbered && FOLIO.matcher(line).lookingAt() && line.indexOf('版') > 0) {
      return "版次加栏目名";
    }
    if (shortHead && dated && line.length() >= left.length() + 8) {
      return "栏目名加日期";
    }
    return "";
  }

  /// The line with a space for each match.
  ///
  /// @param possible false where the line lacks what every match has, which a look at its
  ///   characters tells much sooner
  private static String without(Pattern pattern, boolean possible, String line) {
    return possible ? pattern.matcher(line).replaceAll(" ") : line;
  }

  private static boolean hasAny(String line, String characters) {
    for (int i = 0; i < line.length(); i++) {
      if (characters.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Folios, running heads and imprints have no commas; most lines are ruled out by that alone.
  private static boolean isSentence(String line) {
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '，', '。', '；', '“', '”', '！', '？' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean hasCapital(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }

  /// Folios and running heads have a number, a Latin word or 版, 报, 刊, or are the bare name of a
  /// section.
  private static boolean mayBeFolio(String line) {
    if (line.length() <= LONGEST_SECTION) {
      return true;
    }
    int han = 0;
    boolean sign = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      han += Spacing.isHan(c) ? 1 : 0;
      sign |= (c < 0x250 && Character.isLetterOrDigit(c)) || "版报刊期年".indexOf(c) >= 0;
    }
    return sign && han <= MOST_HAN;
  }
}
