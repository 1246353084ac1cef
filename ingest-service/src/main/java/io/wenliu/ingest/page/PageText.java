package io.wenliu.ingest.page;

import java.util.Objects;

/// The text of one page as it was read.
///
/// @param name what the page is called in the answer; a file's name, for instance
/// @param text the page's lines in reading order
public record PageText(String name, String text) {
  public PageText {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }
}
