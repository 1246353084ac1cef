package io.wenliu.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Names one article of one document: the document's id and a hash of the folded headline.
///
/// The place on the page is no part of it, so an article keeps its id when its neighbours come and
/// go. Articles of one document with equal headlines are told apart by an ordinal from the second
/// on.
///
/// @param value the document's id, `-`, 12 lowercase hex digits and, from the second of equal
///   headlines on, `-` and the ordinal
public record ArticleId(@JsonValue String value) implements Comparable<ArticleId> {

  private static final int HEADLINE_HASH_LENGTH = 12;
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{32}-[0-9a-f]{" + HEADLINE_HASH_LENGTH + "}(-[1-9][0-9]{0,5})?");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// @throws IllegalArgumentException if the value has not the form given above
  @JsonCreator
  public ArticleId {
    Objects.requireNonNull(value, "article id");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an article id is a document id, a dash and "
              + HEADLINE_HASH_LENGTH
              + " hex digits, not: "
              + value);
    }
  }

  /// The ids of a document's articles.
  ///
  /// @param headlines in the order of the page; an empty one is allowed
  /// @return as many ids in the same order, all different
  public static List<ArticleId> ofHeadlines(DocumentId document, List<String> headlines) {
    Map<String, Integer> seen = new HashMap<>();
    List<ArticleId> ids = new ArrayList<>(headlines.size());
    for (String headline : headlines) {
      String hash = Sha256.hexOfParts(fold(headline)).substring(0, HEADLINE_HASH_LENGTH);
      int ordinal = seen.merge(hash, 1, Integer::sum);
      String suffix = ordinal == 1 ? "" : "-" + ordinal;
      ids.add(new ArticleId(document.value() + "-" + hash + suffix));
    }
    return List.copyOf(ids);
  }

  /// The document this article belongs to.
  public DocumentId document() {
    return new DocumentId(value.substring(0, value.indexOf('-')));
  }

  /// Width, case, white space and punctuation are what OCR and re-typesetting change.
  private static String fold(String headline) {
    String compatible = Normalizer.normalize(headline, Normalizer.Form.NFKC);
    return NEITHER_LETTER_NOR_DIGIT.matcher(compatible).replaceAll("").toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
