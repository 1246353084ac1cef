package io.wenliu.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Chinese NLP found in an article. Offsets count Unicode code points in [Article#text()], the
/// end exclusive.
///
/// @param segmenter name and version of the segmenter and its dictionaries; queries must use the
///   same
/// @param headlineWords the headline's words, separated by single spaces
/// @param paragraphWords the words of each paragraph, separated by single spaces; as many as the
///   article has paragraphs
/// @param kind null when it could not be told
/// @param signature for finding reprints; null when the text is too short for one
/// @param failedAnnotators names of the annotators whose part is missing because they failed
public record Enrichment(
    String segmenter,
    String headlineWords,
    List<String> paragraphWords,
    List<Entity> entities,
    List<Quote> quotes,
    List<Keyphrase> keyphrases,
    List<String> summary,
    List<Topic> topics,
    @Nullable ArticleKind kind,
    @Nullable Signature signature,
    Set<String> failedAnnotators) {

  public Enrichment {
    Objects.requireNonNull(segmenter, "segmenter");
    Objects.requireNonNull(headlineWords, "headlineWords");
    paragraphWords = Absent.asEmpty(paragraphWords);
    entities = Absent.asEmpty(entities);
    quotes = Absent.asEmpty(quotes);
    keyphrases = Absent.asEmpty(keyphrases);
    summary = Absent.asEmpty(summary);
    topics = Absent.asEmpty(topics);
    failedAnnotators = Absent.asEmpty(failedAnnotators);
  }

  /// A name or a value in the text.
  ///
  /// @param text as it stands there
  /// @param name the canonical name of who or what is meant, the same across documents (`习近平` for
  ///   `习近平总书记`); null for values
  /// @param role of a person as stated beside the name (`院士`), or the kind of a work (`law`); null
  ///   when none
  /// @param value normalised: ISO 8601 for times, a decimal number for money and quantities; null
  ///   for names
  /// @param unit of the value (`CNY`, `%`, `ZB`); null when it has none
  public record Entity(
      String text,
      EntityType type,
      int start,
      int end,
      @Nullable String name,
      @Nullable String role,
      @Nullable String value,
      @Nullable String unit) {

    public Entity {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(type, "type");
      requireSpan(start, end);
    }
  }

  /// Kinds of names and values.
  public enum EntityType {
    /// Person.
    PER,
    /// Place.
    LOC,
    /// Organisation.
    ORG,
    /// Law, document, paper, book: what stands in 《》.
    WORK,
    /// Date or time.
    TIME,
    /// Amount of money.
    MONEY,
    /// Number with a unit.
    QUANTITY
  }

  /// What somebody said.
  ///
  /// @param speaker canonical name, or the role where there is no name
  /// @param cue the verb of saying (`指出`); null when the speaker is only understood
  /// @param direct whether it stands in quotation marks
  /// @param text without the quotation marks
  public record Quote(
      String speaker, @Nullable String cue, boolean direct, String text, int start, int end) {

    public Quote {
      Objects.requireNonNull(speaker, "speaker");
      Objects.requireNonNull(text, "text");
      requireSpan(start, end);
    }
  }

  /// A phrase that tells what the article is about.
  ///
  /// @param score greater than 0, comparable within an article
  public record Keyphrase(String text, double score) {
    public Keyphrase {
      Objects.requireNonNull(text, "text");
    }
  }

  /// An IPTC Media Topic.
  ///
  /// @param code as in `medtop:20000763`
  /// @param label in Chinese
  /// @param score between 0 and 1
  public record Topic(String code, String label, double score) {
    public Topic {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(label, "label");
    }
  }

  /// What sort of piece it is.
  public enum ArticleKind {
    NEWS,
    OPINION,
    POLICY,
    CAPTION,
    BRIEF
  }

  /// Finds the same article in another paper by the passages they share.
  ///
  /// @param scheme how the fingerprints were made; others do not compare
  /// @param fingerprints of passages, in hex
  public record Signature(String scheme, List<String> fingerprints) {
    public Signature {
      Objects.requireNonNull(scheme, "scheme");
      fingerprints = Absent.asEmpty(fingerprints);
    }
  }

  private static void requireSpan(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }
}
