package io.wenliu.nlp.kind;

import io.wenliu.contract.Article;
import io.wenliu.contract.Enrichment.ArticleKind;
import java.util.regex.Pattern;

/// Tells what sort of piece an article is by what newspapers themselves mark it with: rubrics,
/// issuing authorities, the wording of a document, length. Thread-safe.
public final class KindClassifier {

  private static final int LONGEST_BRIEF = 200;
  private static final int LONGEST_CAPTION = 160;
  private static final int LEAD = 400;
  private static final int LOOKED_AT = 20_000;

  private static final Pattern POLICY_HEADLINE =
      Pattern.compile(
          "(关于.{2,60}的(通知|意见|决定|决议|公告|批复|规定|建议|通告|命令|办法|实施方案))$"
              + "|(条例|办法|细则|规定|规划|纲要|实施方案|行动计划|实施意见|指导意见|通知|公告|令)(（[^）]{1,20}）)?$"
              + "|^(中共中央|国务院|中华人民共和国).{0,40}(意见|通知|决定|规划|条例|法|纲要|方案)$");
  private static final Pattern POLICY_BODY =
      Pattern.compile(
          "(^|\n)(第[一二三四五六七八九十]+[章条]|各省、自治区、直辖市|[一二三四五六七八九十]+、(总体要求|指导思想|主要目标|保障措施|组织实施))");
  private static final Pattern OPINION_RUBRIC =
      Pattern.compile(
          "社论|评论|时评|锐评|短评|快评|述评|观点|言论|论坛|杂谈|漫谈|随笔|感言|评论员|钟声|声音|人民时评|今日谈|金台|理论|学术|思想|笔谈");
  private static final Pattern OPINION_AUTHOR =
      Pattern.compile("作者(系|为|单位|是)|本报评论员|本报特约评论员|研究员|教授|党校|研究院|研究中心");
  private static final Pattern NEWS_LEAD =
      Pattern.compile(
          "(本报|新华社|中新社|人民网|央视|记者|通讯员).{0,30}(电|讯|报道|获悉)|记者.{0,12}[）)]|据.{2,20}(报道|消息)|[0-9]{1,2}日(，|电|上午|下午|晚|在|，|宣布|表示)");
  private static final String[] ARGUMENT =
      "我们要 我们应 我们必须 我们需要 应当 必须 要坚持 不妨 值得 意味着 可见 其实 何以 为何 究其 显然 换言之 毋庸 不可否认 由此 理应 首先 其次".split(" ");

  private static final Pattern CAPTION =
      Pattern.compile("(摄|摄影报道)(（[^）]*）)?[。）)]?$|^(图为|图①|这是)|（(新华社|本报)?记者.{1,12}摄）");

  /// @return never null: what bears no mark is news
  public ArticleKind classify(Article article) {
    String text = article.text();
    String looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
    String lead = looked.substring(0, Math.min(looked.length(), LEAD));
    String headline = article.headline().strip();
    int length = text.length();

    if (length <= LONGEST_CAPTION && CAPTION.matcher(looked.strip()).find()) {
      return ArticleKind.CAPTION;
    }
    boolean wire = article.agency() != null || article.dateline() != null;
    boolean reported = wire || NEWS_LEAD.matcher(lead).find();
    if (isPolicy(article, headline, looked, reported)) {
      return ArticleKind.POLICY;
    }
    if (!wire && isOpinion(article, headline, looked, reported)) {
      return ArticleKind.OPINION;
    }
    return length <= LONGEST_BRIEF ? ArticleKind.BRIEF : ArticleKind.NEWS;
  }

  private static boolean isPolicy(Article article, String headline, String text, boolean reported) {
    boolean named = POLICY_HEADLINE.matcher(headline).find();
    if (!article.issuers().isEmpty() || article.documentDate() != null) {
      return named || POLICY_BODY.matcher(text).find();
    }
    return named && !reported && POLICY_BODY.matcher(text).find();
  }

  private static boolean isOpinion(
      Article article, String headline, String text, boolean reported) {
    String kicker = article.kicker() == null ? "" : article.kicker();
    String affiliation = article.affiliation() == null ? "" : article.affiliation();
    int evidence = 0;
    if (OPINION_RUBRIC.matcher(kicker).find() || OPINION_RUBRIC.matcher(headline).find()) {
      evidence += 2;
    }
    if (OPINION_AUTHOR.matcher(affiliation).find() || text.contains("评论员")) {
      evidence += 2;
    }
    double arguments = arguments(text);
    if (arguments * 250 >= Math.max(750, text.length())) {
      evidence += 2;
    } else if (arguments * 500 >= Math.max(1000, text.length())) {
      evidence += 1;
    }
    if (reported) {
      evidence -= 2;
    }
    return evidence >= 2;
  }

  private static int arguments(String text) {
    int count = 0;
    for (String argument : ARGUMENT) {
      for (int i = text.indexOf(argument); i >= 0; i = text.indexOf(argument, i + 1)) {
        count++;
      }
    }
    return count;
  }
}
