package io.wenliu.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts the text of newspaper pages into articles, as a sub-editor would.
///
/// Steps, each a pure function: lines → layout → units → blocks → items → threads → articles.
/// Stateless and safe for use by many threads; the same pages always give the same articles.
public final class PageReconstructor {
  private final Continuation language;

  public PageReconstructor() {
    this(CharacterModel.bundled());
  }

  PageReconstructor(Continuation language) {
    this.language = language;
  }

  /// Reconstructs pages that were handed in together.
  ///
  /// @param pages of one issue or submission; they may help each other
  /// @return one answer a page, in the same order
  public List<ReconstructedPage> reconstruct(List<PageText> pages) {
    List<ReconstructedPage> answers = new ArrayList<>();
    for (PageText page : pages) {
      answers.add(reconstruct(page));
    }
    return Reprints.repair(answers);
  }

  private ReconstructedPage reconstruct(PageText page) {
    List<PageLine> lines = PageLines.read(page.text());
    Layout layout = Layout.of(lines);
    List<Unit> units = Units.of(lines, layout);
    List<Block> blocks = Blocks.of(units, layout, language);
    Set<Block> duplicates = Duplicates.of(blocks);
    List<Item> items =
        Items.of(blocks.stream().filter(b -> !duplicates.contains(b)).toList(), layout, language);
    List<Threads.Place> places = Threads.of(items, language);
    return Assembly.of(page.name(), blocks, duplicates, items, places, language);
  }
}
