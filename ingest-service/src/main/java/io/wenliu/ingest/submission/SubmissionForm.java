package io.wenliu.ingest.submission;

import io.wenliu.contract.DocumentWithdrawn;

/// What a record on `wenliu.submissions` asks for.
sealed interface SubmissionForm {

  /// A new version of a document.
  record Pushed(IncomingDocument document) implements SubmissionForm {}

  /// A document is taken back.
  record Withdrawn(DocumentWithdrawn withdrawn) implements SubmissionForm {}
}
