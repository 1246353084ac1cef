package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Lays out pages from stories written for this test, as extractors hand them over.
///
/// Everything is drawn from a seed: column width, blank lines, the place of headlines,
/// interruptions, displaced leads, passages read twice, furniture and captions.
final class SampleNewspaper {
  /// A page and what an editor would cut from it.
  record Sample(
      String text,
      List<PageScore.Expected> articles,
      List<String> photographers,
      List<String> furniture) {}

  private record Story(String title, List<String> paragraphs) {}

  private static final List<Story> STORIES =
      List.of(
          new Story(
              "青石镇茶园迎来采收季 机械化作业提升效率",
              List.of(
                  "眼下，青石镇三千亩茶园迎来采收季，采茶机在坡地上来回穿行，机械化作业让采收效率明显提升。",
                  "茶农老周一早就带着工人上山。他算了一笔账：过去人工采一亩茶要用六个工，如今两台采茶机半天就能完成，成本降了四成。",
                  "镇农技站从去年开始推广适合坡地的小型采茶机，并对茶树进行统一修剪，使茶蓬高度一致，便于机器作业。",
                  "茶厂也同步更新了设备，鲜叶当天进厂、当天加工，保证了茶叶品质。镇里计划明年再改造八百亩老茶园。")),
          new Story(
              "滨海新区首条无人驾驶公交线路开通试运行",
              List.of(
                  "滨海新区首条无人驾驶公交线路昨天开通试运行，线路全长十二公里，沿途设九个站点，市民可以通过手机预约乘坐。",
                  "记者在始发站看到，车辆没有方向盘，车身装有激光雷达和摄像头，能够识别行人、自行车和信号灯。",
                  "线路运营方介绍，试运行期间每辆车配备一名安全员，最高时速限定在四十公里，遇到大雾和暴雨将暂停运营。",
                  "交通部门表示，将根据试运行数据评估安全性，条件成熟后再增加车辆，延长运营时间。")),
          new Story(
              "古籍修复师林秋白：让残卷重新开口说话",
              List.of(
                  "在省图书馆地下一层的修复室里，古籍修复师林秋白已经工作了二十六年，经她的手修好的残卷超过一千册。",
                  "修复一册虫蛀严重的线装书，要经过拆线、清洗、补洞、压平、装订等十多道工序，最慢的一天只能补完两页。",
                  "林秋白最难忘的是一部被水浸过的地方志。纸张粘成一块，她用蒸汽一层一层揭开，前后花了整整八个月。",
                  "如今她带了四名徒弟，还把修复过程拍成短片放到网上，许多年轻人因此第一次走进图书馆。")),
          new Story(
              "高原湖泊水质连续五年改善 候鸟数量创新高",
              List.of(
                  "最新监测显示，云岭湖水质连续五年改善，今年冬天来湖区越冬的候鸟达到四万多只，数量创下新高。",
                  "五年前，湖边有不少养殖场和饭店，污水直接入湖。当地关停搬迁了一百多家，并沿湖修建了截污管网。",
                  "退出来的土地种上了芦苇和菖蒲，成为天然的净化带。护鸟员每天沿湖巡查，记录候鸟的种类和数量。",
                  "一些村民转型开办民宿和观鸟营地，靠着清澈的湖水吃上了生态饭，收入比从前更稳定。")),
          new Story(
              "职业学校与钢铁企业共建实训车间",
              List.of(
                  "市第二职业学校与本地钢铁企业共建的实训车间本月启用，学生可以在真实的轧钢生产线上学习操作。",
                  "车间占地两千平方米，设备由企业提供，课程由教师和工程师一起设计，学生每周有三天在车间上课。",
                  "学校负责人介绍，首批一百二十名学生中已有七十多人与企业签订了就业意向，起薪高于往年。",
                  "企业方面认为，共建车间缩短了新工人的适应期，也让老师傅的经验有了传下去的渠道。")),
          new Story(
              "小区里的“共享厨房”暖了老人心",
              List.of(
                  "每天上午十点半，梧桐里小区的共享厨房就飘出饭菜香，附近六十多位老人在这里吃上了热乎的午饭。",
                  "厨房由闲置的自行车棚改造而成，食材由社区统一采购，志愿者轮流掌勺，一顿饭只收八元钱。",
                  "八十二岁的独居老人何桂兰说，以前一锅粥要喝一天，现在有荤有素，还能和老姐妹聊聊天。",
                  "社区还在厨房旁边开辟了一间小诊室，每周有医生来给老人量血压、讲健康知识。")));

  private static final List<String> HEADINGS =
      List.of(
          "算清一笔账",
          "门槛低了",
          "难题怎么解？",
          "老行当 新手艺",
          "把课堂搬到一线",
          "一张网管到底",
          "“慢”有“慢”的道理",
          "看得见的变化",
          "先试起来");
  private static final List<String> SUBTITLES = List.of("——一线见闻", "——一项试点的观察", "——写在年终岁末");
  private static final List<String> AUTHORS = List.of("赵一鸣", "钱文", "孙晓岚", "欧阳静", "郑立", "冯大海");
  private static final List<String> PAPERS = List.of("江城日报", "北方晚报", "农村青年报");
  private static final List<String> FOLIOS =
      List.of("第06版 民生", "综合 2023.11.08", "2023年11月8日 星期三", "社会新闻 Social News", "12 | 2023.11");

  private final Random random;
  private final int width;
  private final boolean markdown;
  private final List<String> lines = new ArrayList<>();
  private final List<PageScore.Expected> articles = new ArrayList<>();
  private final List<String> photographers = new ArrayList<>();
  private final List<String> furniture = new ArrayList<>();

  private SampleNewspaper(long seed) {
    this.random = new Random(seed);
    this.width = 15 + random.nextInt(12);
    this.markdown = random.nextInt(3) == 0;
  }

  static Sample page(long seed) {
    return new SampleNewspaper(seed).lay();
  }

  private Sample lay() {
    List<Story> stories = new ArrayList<>(STORIES);
    java.util.Collections.shuffle(stories, random);
    int n = 1 + random.nextInt(3);
    List<List<List<String>>> flows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      flows.add(article(stories.get(i)));
    }
    if (n > 1 && random.nextInt(3) == 0) {
      interrupt(flows);
    }
    if (!markdown && random.nextBoolean()) {
      line(pick(FOLIOS), true);
    }
    for (List<List<String>> flow : flows) {
      for (List<String> block : flow) {
        gap(1 + (markdown ? 0 : random.nextInt(2)));
        lines.addAll(block);
      }
    }
    if (!markdown && random.nextBoolean()) {
      gap(1);
      line("责任编辑：" + pick(AUTHORS), true);
    }
    if (!markdown && random.nextInt(3) == 0) {
      gap(1);
      String name = pick(AUTHORS);
      lines.add("11月8日，游客在湖边观鸟。 本报记者 " + name + " 摄");
      photographers.add(name);
    }
    return new Sample(String.join("\n", lines), articles, photographers, furniture);
  }

  /// Blocks of lines: headline, paragraphs, headings and notes in the order of print.
  private List<List<String>> article(Story story) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    List<String> headings = new ArrayList<>();
    List<String> authors = new ArrayList<>();
    List<List<String>> head = new ArrayList<>();
    List<String> headLines = new ArrayList<>(wrapTitle(story.title()));
    String subtitle = null;
    if (random.nextInt(3) == 0) {
      subtitle = pick(SUBTITLES);
      headLines.add(subtitle);
    }
    String source = null;
    String published = null;
    List<String> note = List.of();
    authors.add(pick(AUTHORS));
    if (random.nextBoolean()) {
      headLines.add("本报记者 " + authors.getFirst());
      paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + "（本报江城11月8日电）");
      published = "2023-11-08";
    } else {
      headLines.add((random.nextBoolean() ? "□ " : "作者：") + authors.getFirst());
      source = pick(PAPERS);
      published = "2023-11-07";
      note = List.of("（原载11月7日《" + source + "》）");
    }
    head.add(headLines);
    boolean numbered = random.nextBoolean();
    boolean withHeadings = random.nextBoolean();
    List<List<String>> body = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      if (withHeadings && p > 0 && p < 3) {
        String heading =
            (numbered ? p == 1 ? "一、" : "二、" : "") + HEADINGS.get(random.nextInt(HEADINGS.size()));
        headings.add(heading);
        body.add(List.of(markdown ? "## " + heading : heading));
      }
      body.add(markdown ? List.of(paragraphs.get(p)) : wrap(paragraphs.get(p)));
    }
    if (!note.isEmpty()) {
      body.add(note);
    }
    boolean above = markdown || random.nextBoolean();
    if (above) {
      blocks.addAll(head);
    }
    blocks.addAll(body);
    if (!above) {
      blocks.addAll(head);
    }
    articles.add(
        new PageScore.Expected(
            story.title(),
            subtitle == null ? null : subtitle.substring(2),
            authors,
            headings,
            String.join("", paragraphs),
            source,
            published,
            true));
    return blocks;
  }

  /// The second article is set into the first, between two of its blocks.
  private static void interrupt(List<List<List<String>>> flows) {
    List<List<String>> first = flows.get(0);
    List<List<String>> second = flows.get(1);
    int cut = first.size() / 2;
    List<List<String>> merged = new ArrayList<>(first.subList(0, cut));
    merged.addAll(second);
    merged.addAll(first.subList(cut, first.size()));
    flows.set(0, merged);
    flows.remove(1);
  }

  private List<String> wrapTitle(String title) {
    if (markdown) {
      return List.of("# " + title);
    }
    return random.nextBoolean() ? wrap(title) : List.of(title);
  }

  private List<String> wrap(String text) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      line.append(text.charAt(i));
      boolean stays = i + 1 < text.length() && "，。、”）".indexOf(text.charAt(i + 1)) >= 0;
      if (Spacing.width(line) >= width && !stays) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
    }
    if (!line.isEmpty()) {
      wrapped.add(line.toString());
    }
    return wrapped;
  }

  private void line(String text, boolean isFurniture) {
    lines.add(text);
    if (isFurniture) {
      furniture.add(text);
    }
  }

  private void gap(int blanks) {
    for (int i = 0; i < blanks; i++) {
      lines.add("");
    }
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
