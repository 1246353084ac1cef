package io.wenliu.ingest.page;

/// What a run of lines is, as far as its neighbours tell.
enum BlockKind {
  /// A paragraph, or a piece of one.
  PARAGRAPH,
  /// A headline, a heading or an insertion: short and without a full stop.
  SHORT,
  SUBTITLE,
  BYLINE,
  NAMES,
  NOTE,
  DOCUMENT_DATE,
  CAPTION,
  FURNITURE
}
