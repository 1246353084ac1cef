/// Turns the text of newspaper pages into their articles.
///
/// A page passes these steps, each a pure function over records:
///
/// | step | class | makes |
/// |---|---|---|
/// | lines | `PageLines` | lines without Markdown and letter-spacing |
/// | layout | `Layout` | column widths, whether blank lines mean anything |
/// | units | `Units` | what a line says of itself: byline, note, caption, folio |
/// | blocks | `Blocks` | paragraphs and short blocks, sentences whole |
/// | duplicates | `Duplicates` | passages read twice |
/// | items | `Items` | headlines with their bylines; what may be either headline or heading |
/// | threads | `Threads` | which article each item belongs to |
/// | articles | `Assembly`, `Facts` | paragraphs, outline, authors, source, dates |
///
/// Evidence from language comes through `Continuation` alone. `CharacterModel` answers it from
/// counts of neighbouring characters in `characters.bin.gz`, which `CharacterModelTrainer` writes
/// from a folder of news text.
@NullMarked
package io.wenliu.ingest.page;

import org.jspecify.annotations.NullMarked;
