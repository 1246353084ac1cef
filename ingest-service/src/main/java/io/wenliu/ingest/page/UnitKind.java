package io.wenliu.ingest.page;

/// What a line says of itself, before its neighbours are asked.
enum UnitKind {
  /// Nothing: running text, a headline or a heading.
  TEXT,
  SUBTITLE,
  BYLINE,
  /// Nothing but personal names: a byline only in the company of a headline.
  NAMES,
  NOTE,
  DOCUMENT_DATE,
  CAPTION,
  FURNITURE
}
