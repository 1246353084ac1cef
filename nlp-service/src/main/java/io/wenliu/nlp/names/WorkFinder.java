package io.wenliu.nlp.names;

import java.util.ArrayList;
import java.util.List;

/// Finds titles between 《 and 》 and tells what kind of work they name.
final class WorkFinder {
  private static final int LONGEST_TITLE = 120;
  private static final String[] LAW = {
    "法", "条例", "法典", "宪法", "规定", "办法", "细则", "决定", "规则", "准则", "章程"
  };
  private static final String[] DOCUMENT = {
    "意见", "通知", "方案", "规划", "纲要", "公报", "宣言", "报告", "协定", "协议", "条约", "议定书", "倡议", "声明", "建议", "指南",
    "标准", "计划", "白皮书", "蓝皮书", "公约", "备忘录", "决议", "议程", "清单", "名单", "公告", "批复", "通报", "指引", "说明",
    "目录", "规范", "文件", "联合声明"
  };
  private static final String[] BOOK = {
    "选读", "文选", "选集", "文集", "全集", "论述摘编", "治国理政", "词典", "字典", "丛书", "史", "读本", "学习纲要", "传"
  };
  private static final String[] PAPER = {"研究", "综述", "探析", "分析", "评析", "述评", "浅析", "初探"};
  private static final String[] PERIODICAL = {"报", "日报", "晚报", "时报", "杂志", "周刊", "月刊", "求是", "邮报"};
  private static final String[][] BEFORE = {
    {"电影", "film"},
    {"电视剧", "film"},
    {"纪录片", "film"},
    {"影片", "film"},
    {"节目", "film"},
    {"舞剧", "stage"},
    {"歌剧", "stage"},
    {"话剧", "stage"},
    {"京剧", "stage"},
    {"歌曲", "music"},
    {"乐曲", "music"},
    {"专著", "book"},
    {"著作", "book"},
    {"小说", "book"},
    {"新书", "book"},
    {"图书", "book"},
    {"一书", "book"},
    {"题为", "article"},
    {"文章", "article"},
    {"社论", "article"},
    {"论文", "paper"}
  };

  /// @param kind law, document, paper, book, article, film, stage, music, periodical or title
  record Work(int start, int end, String kind) {}

  private WorkFinder() {}

  /// Titles without their brackets, in reading order, in UTF-16 offsets.
  static List<Work> find(String text) {
    List<Work> works = new ArrayList<>();
    int open = -1;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '《' || c == '〈') {
        if (depth++ == 0) {
          open = i;
        }
      } else if ((c == '》' || c == '〉') && depth > 0) {
        if (--depth == 0 && i > open + 1) {
          works.add(new Work(open + 1, i, kind(text, open, i)));
        }
      }
      if (depth > 0 && (c == '\n' || i - open > LONGEST_TITLE)) {
        depth = 0;
      }
    }
    return works;
  }

  private static String kind(String text, int open, int close) {
    for (String[] before : BEFORE) {
      if (text.startsWith(before[0], open - before[0].length())) {
        return before[1];
      }
    }
    String title = text.substring(open + 1, close);
    int bracket = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
    if (bracket > 0 && (title.endsWith("）") || title.endsWith(")"))) {
      title = title.substring(0, bracket);
    }
    if (endsWith(title, PERIODICAL)) {
      return "periodical";
    }
    if (endsWith(title, BOOK)) {
      return "book";
    }
    if (endsWith(title, LAW)) {
      return "law";
    }
    if (endsWith(title, DOCUMENT)) {
      return "document";
    }
    return endsWith(title, PAPER) ? "paper" : "title";
  }

  private static boolean endsWith(String title, String[] endings) {
    for (String ending : endings) {
      if (title.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
