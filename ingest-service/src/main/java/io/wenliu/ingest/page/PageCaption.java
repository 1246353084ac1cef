package io.wenliu.ingest.page;

import java.util.List;

/// The words under a picture.
///
/// @param text as printed
/// @param photographers names, in the order of the credit; empty where only an agency is given
public record PageCaption(String text, List<String> photographers) {
  public PageCaption {
    photographers = List.copyOf(photographers);
  }
}
