package io.wenliu.ingest.page;

/// A section heading and where it stands.
///
/// @param level 1 is outermost
/// @param text as printed; a heading that runs into its paragraph stands there as well
/// @param paragraph index of the paragraph that it opens; the number of paragraphs where none
///   follows
/// @param runIn whether the heading opens its paragraph's own text instead of standing on a line
public record OutlineEntry(int level, String text, int paragraph, boolean runIn) {}
