package io.wenliu.localstack.launcher;

import java.util.List;

/// Pushed pages that could not be searched in time.
final class PagesMissingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PagesMissingException(List<String> names) {
    super(
        "以下内容未能进入检索（not searchable）：" + String.join("、", names) + "。请看 logs 目录里的日志（see the logs）。");
  }
}
