package io.wenliu.index.search;

import io.wenliu.index.web.ApiProblem;
import io.wenliu.text.Segmenter;
import io.wenliu.text.TextNormalizer;
import io.wenliu.text.Word;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Reads the search box's language: words, `“exact phrases”`, `作者:高文`, `日期:2025-02`, `-不要`.
///
/// Any text is a query: quotes left open end with it, and a name that is no operator is a word.
/// Thread-safe.
@Component
class QueryParser {

  private static final String OPENING = "“\"「『";
  private static final String CLOSING = "”\"」』";
  private static final String MINUS = "-－−";
  private static final String COLON = ":：";
  private static final Set<String> DATE_OPERATORS = Set.of("日期", "date");
  private static final int LONGEST_OPERATOR = 12;

  /// Particles, conjunctions, prepositions: they occur everywhere and mean nothing by themselves.
  private static final String FUNCTION_TAGS = "ucpyeo";

  private final Segmenter segmenter;
  private final KeptWords kept;
  private final int maxLength;
  private final int maxClauses;

  QueryParser(Segmenter segmenter, KeptWords kept, SearchSettings settings) {
    this.segmenter = segmenter;
    this.kept = kept;
    this.maxLength = settings.maxQueryLength();
    this.maxClauses = settings.maxClauses();
  }

  /// @throws ApiProblem if it is longer or has more conditions than allowed, or a date is none
  Query parse(String text) {
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "query-too-long", maxLength);
    }
    Reader reader = new Reader(text);
    List<Clause> wanted = new ArrayList<>();
    List<Clause> unwanted = new ArrayList<>();
    while (reader.skipSpace()) {
      boolean negated = reader.takeMinus();
      clause(reader).ifPresent(negated ? unwanted::add : wanted::add);
    }
    if (weight(wanted) + weight(unwanted) > maxClauses) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "query-too-complex", maxClauses);
    }
    Query query = new Query(wanted, unwanted);
    return new Query(
        wanted, unwanted, query.words().stream().filter(kept::keeps).collect(Collectors.toSet()));
  }

  /// The box's text with one run of it written otherwise; all else stays, operators and exclusions
  /// too.
  ///
  /// @param written folded, words or a phrase of the text
  /// @return empty if they do not stand in it as one run
  Optional<String> rewritten(String text, String written, String otherwise) {
    Reader reader = new Reader(text);
    while (reader.skipSpace()) {
      int start = reader.at;
      boolean negated = reader.takeMinus();
      String instead = reader.atQuote() ? "“" + otherwise + "”" : otherwise;
      boolean meant = clause(reader).filter(clause -> says(clause, written)).isPresent();
      if (meant && !negated) {
        return Optional.of(text.substring(0, start) + instead + text.substring(reader.at));
      }
    }
    return Optional.empty();
  }

  private static boolean says(Clause clause, String text) {
    return switch (clause) {
      case Clause.Words(String words, _) -> words.equals(text);
      case Clause.Phrase(String phrase) -> phrase.equals(text);
      case Clause.Value _, Clause.Published _ -> false;
    };
  }

  private Optional<Clause> clause(Reader reader) {
    if (reader.atQuote()) {
      return phrase(reader.quoted());
    }
    String operator = reader.takeOperator();
    if (operator.isEmpty()) {
      return words(reader.run());
    }
    String value = (reader.atQuote() ? reader.quoted() : reader.untilSpace()).strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (DATE_OPERATORS.contains(operator)) {
      return Optional.of(new Clause.Published(dates(value)));
    }
    return FacetField.ofOperator(operator).map(field -> new Clause.Value(field, value));
  }

  static DateRange dates(String value) {
    try {
      return DateRange.parse(value);
    } catch (DateTimeException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "date-unreadable", value);
    }
  }

  private static Optional<Clause> phrase(String text) {
    String folded = TextNormalizer.fold(text).strip();
    return folded.codePoints().anyMatch(Character::isLetterOrDigit)
        ? Optional.of(new Clause.Phrase(folded))
        : Optional.empty();
  }

  private Optional<Clause> words(String text) {
    List<Word> words = segmenter.segment(text).stream().filter(Word::isSearchable).toList();
    List<String> telling =
        words.stream()
            .filter(word -> FUNCTION_TAGS.indexOf(word.tag().charAt(0)) < 0)
            .map(Word::form)
            .distinct()
            .toList();
    List<String> forms =
        telling.isEmpty() ? words.stream().map(Word::form).distinct().toList() : telling;
    return forms.isEmpty()
        ? Optional.empty()
        : Optional.of(new Clause.Words(TextNormalizer.fold(text).strip(), forms));
  }

  private static int weight(List<Clause> clauses) {
    return clauses.stream()
        .mapToInt(clause -> clause instanceof Clause.Words(_, var words) ? words.size() : 1)
        .sum();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /// A place in the query's text.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean skipSpace() {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      return at < text.length();
    }

    boolean takeMinus() {
      boolean minus =
          MINUS.indexOf(text.charAt(at)) >= 0
              && at + 1 < text.length()
              && !isSpace(text.charAt(at + 1));
      if (minus) {
        at++;
      }
      return minus;
    }

    boolean atQuote() {
      return at < text.length() && OPENING.indexOf(text.charAt(at)) >= 0;
    }

    String quoted() {
      char closing = CLOSING.charAt(OPENING.indexOf(text.charAt(at)));
      int start = ++at;
      int end = text.indexOf(closing, start);
      at = end < 0 ? text.length() : end + 1;
      return text.substring(start, end < 0 ? text.length() : end);
    }

    /// The name before a colon, if it is an operator's; else empty, and nothing is taken.
    String takeOperator() {
      int limit = Math.min(text.length(), at + LONGEST_OPERATOR + 1);
      for (int i = at; i < limit && !isSpace(text.charAt(i)); i++) {
        if (COLON.indexOf(text.charAt(i)) >= 0) {
          String name = text.substring(at, i);
          if (DATE_OPERATORS.contains(name) || FacetField.ofOperator(name).isPresent()) {
            at = i + 1;
            return name;
          }
          return "";
        }
      }
      return "";
    }

    String untilSpace() {
      int start = at;
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    /// Up to the next space or quote; at least one character.
    String run() {
      int start = at;
      do {
        at++;
      } while (at < text.length() && !isSpace(text.charAt(at)) && !atQuote());
      return text.substring(start, at);
    }
  }
}
