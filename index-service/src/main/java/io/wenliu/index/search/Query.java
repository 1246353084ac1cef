package io.wenliu.index.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What was asked for in the search box.
///
/// @param wanted all of them count
/// @param unwanted none of them may hold
/// @param known of the words, those that the index finds without looking for their characters
public record Query(List<Clause> wanted, List<Clause> unwanted, Set<String> known) {

  public Query {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
    known = Set.copyOf(known);
  }

  /// Whose words are looked for by their characters too.
  public Query(List<Clause> wanted, List<Clause> unwanted) {
    this(wanted, unwanted, Set.of());
  }

  /// Whether there is anything to rank by.
  public boolean hasText() {
    return wanted.stream().anyMatch(c -> c instanceof Clause.Words || c instanceof Clause.Phrase);
  }

  /// The text that its meaning is taken from; empty when there is none.
  public String text() {
    return String.join(" ", texts().toList());
  }

  /// The words that rank, of all clauses.
  public List<String> words() {
    return wanted.stream()
        .flatMap(clause ->
            clause instanceof Clause.Words(_, List<String> words) ? words.stream() : Stream.of())
        .distinct()
        .toList();
  }

  /// What is to be marked in the results: words and phrases, folded.
  public List<String> needles() {
    return wanted.stream()
        .flatMap(clause ->
            switch (clause) {
              case Clause.Words(String text, List<String> words) ->
                  Stream.concat(Stream.of(text), words.stream());
              case Clause.Phrase(String text) -> Stream.of(text);
              case Clause.Value _, Clause.Published _ -> Stream.empty();
            })
        .distinct()
        .toList();
  }

  /// The same operators and exclusions around another text.
  Query asking(Query other) {
    Stream<Clause> conditions =
        wanted.stream().filter(c -> !(c instanceof Clause.Words || c instanceof Clause.Phrase));
    return new Query(
        Stream.concat(other.wanted.stream(), conditions).toList(), unwanted, other.known);
  }

  private Stream<String> texts() {
    return wanted.stream()
        .flatMap(clause ->
            switch (clause) {
              case Clause.Words(String text, _) -> Stream.of(text);
              case Clause.Phrase(String text) -> Stream.of(text);
              case Clause.Value _, Clause.Published _ -> Stream.empty();
            });
  }
}
