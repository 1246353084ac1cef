package io.wenliu.systemtests.hostile;

import java.util.List;
import java.util.stream.Stream;

/// Everything hostile, made anew each time and the same each time.
final class HostileCorpus {

  private HostileCorpus() {}

  static List<HostileFile> all() {
    return Stream.of(
            BrokenFiles.all(),
            HostileTexts.all(),
            HostileMarkup.all(),
            HostileArchives.all(),
            HostilePdfs.all(),
            HostileEnvelopes.all())
        .flatMap(List::stream)
        .toList();
  }
}
