package io.wenliu.nlp.keyphrases;

import io.wenliu.text.Word;
import java.util.Set;

/// Which words a keyphrase is made of, by their parts of speech.
final class PhraseGrammar {

  /// Words of exposition and of every report: they neither begin nor end a phrase that tells
  /// something.
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          ("研究 分析 方法 结果 问题 影响 提出 表明 采用 提供 进行 探讨 实现 利用 使用 应用 具有 存在 产生 得到 成为 作用 情况 方面 基础"
                  + " 过程 特点 特征 条件 因素 工作 记者 时间 目前 目的 关系 水平 能力 程度 建立 设计 给出 发现 开展 考察 介绍 发生 导致 表现"
                  + " 讨论 结论 意义 论文 文章 文中 对象 要求 需要 出现 形成 造成 满足 针对 结合 包括 说明 验证 实验 试验 数据 内容 本文 可能"
                  + " 相关 有关 主要 重要 不同 显著 有效 较好 良好 一般 明显 通过 有限公司 公司 根据 加强 推进 推动 促进 提高 提升 增强 坚持"
                  + " 做好 完善 加快 深化 发展 建设 会议 强调 指出 表示 活动 地区 国家 社会 人民 群众 同志 负责人 部门 单位 领导 任务 目标 精神"
                  + " 总书记 书记 部长 主任")
              .split(" "));

  private PhraseGrammar() {}

  static boolean mayStart(Word word) {
    char tag = word.tag().charAt(0);
    return isPart(word)
        && tag != 'k'
        && tag != 'f'
        && Character.isLetterOrDigit(word.form().charAt(0))
        && !SAYS_NOTHING.contains(word.form());
  }

  static boolean isPart(Word word) {
    String tag = word.tag();
    return switch (tag.charAt(0)) {
      case 'n', 'g', 'j', 'i', 'l', 'k', 'h', 'f' -> true;
      case 'v' -> tag.equals("vn") || (tag.equals("v") && word.form().length() >= 2);
      case 'a' -> word.form().length() >= 2;
      case 'b', 'x' -> Character.isLetterOrDigit(word.form().charAt(0));
      default -> false;
    };
  }

  static boolean mayEnd(Word word) {
    String tag = word.tag();
    // A mark that stands in a name (荷载-位移) is one of its words.
    if (!Character.isLetterOrDigit(word.form().charAt(word.form().length() - 1))) {
      return false;
    }
    return switch (tag.charAt(0)) {
      case 'n', 'g', 'j', 'l', 'i', 'k' -> !SAYS_NOTHING.contains(word.form());
      case 'v' -> (tag.equals("vn") || tag.equals("v")) && !SAYS_NOTHING.contains(word.form());
      case 'x' -> Character.isLetterOrDigit(word.form().charAt(0));
      default -> false;
    };
  }
}
