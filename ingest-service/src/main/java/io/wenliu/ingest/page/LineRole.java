package io.wenliu.ingest.page;

/// What a line of a page is.
public enum LineRole {
  TITLE("标题"),
  SUBTITLE("副题"),
  KICKER("引题"),
  BYLINE("署名"),
  BODY("正文"),
  HEADING("小标题"),
  NOTE("出处"),
  DOCUMENT_DATE("成文日期"),
  CAPTION("图片说明"),
  FURNITURE("版面信息"),
  READ_TWICE("重复");

  private final String label;

  LineRole(String label) {
    this.label = label;
  }

  /// The role in a newsroom's words.
  public String label() {
    return label;
  }
}
