package io.wenliu.ingest.extract;

import java.util.Collection;

/// The file is of a type that is not taken in.
public class UnsupportedTypeException extends UnextractableException {

  private static final long serialVersionUID = 1L;

  private final String type;

  UnsupportedTypeException(String type, Collection<String> accepted) {
    super("不支持的文件类型 " + type + "；支持：" + String.join("、", accepted));
    this.type = type;
  }

  /// Media type as found out.
  public String type() {
    return type;
  }
}
