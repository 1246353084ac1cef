package io.wenliu.ingest.submission;

import io.wenliu.contract.Blob;
import io.wenliu.contract.ContractJson;
import io.wenliu.contract.DocumentId;
import io.wenliu.contract.Submission;
import io.wenliu.contract.SubmittedContent;
import java.util.Objects;

/// Which document an envelope is about: by the source's own id, else by its content, the same
/// whether a file comes in an envelope or by itself.
public final class SubmissionIdentity {

  private SubmissionIdentity() {}

  public static DocumentId of(Submission submission) {
    String source = submission.source();
    if (submission.id() != null) {
      return DocumentId.of(source, submission.id());
    }
    return switch (submission.content()) {
      case SubmittedContent.File file -> ofFile(source, file);
      case SubmittedContent.Pages pages -> ofJson(source, pages.pages());
      case SubmittedContent.ReadyArticle ready -> ofJson(source, ready.article());
    };
  }

  static DocumentId ofJson(String source, Object content) {
    return DocumentId.ofContent(source, ContractJson.mapper().writeValueAsBytes(content));
  }

  private static DocumentId ofFile(String source, SubmittedContent.File file) {
    if (file.claim() != null) {
      return DocumentId.ofContentHash(source, file.claim().sha256());
    }
    Blob data = Objects.requireNonNull(file.data(), "a file has either data or a claim");
    return DocumentId.ofContent(source, data.bytes());
  }
}
