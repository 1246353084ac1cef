package io.wenliu.nlp.quotes;

import java.util.List;
import java.util.Map;

/// The words by which the rules tell subjects, adverbs and the reporter's own sentences.
///
/// @param he pronouns of persons
/// @param titles what stands for a person or body named before
/// @param prepositions openings of a clause whose first name is not its subject
/// @param accompanying words before somebody spoken to
/// @param connectives openings that are skipped
/// @param endings what stands between a subject and its verb
/// @param doing openings whose object a noun of saying is: 拒绝片面解读
/// @param goesOn openings with which reported speech goes on
/// @param reporter openings with which the reporter takes over
/// @param narrative such openings except within a long statement
record QuoteWords(
    List<String> he,
    List<String> titles,
    List<String> prepositions,
    List<String> accompanying,
    List<String> connectives,
    List<String> endings,
    List<String> doing,
    List<String> goesOn,
    List<String> reporter,
    List<String> narrative) {

  static QuoteWords load() {
    Map<String, List<String>> sections = WordSections.read("words.txt");
    return new QuoteWords(
        section(sections, "he"),
        section(sections, "title"),
        section(sections, "preposition"),
        section(sections, "accompanying"),
        section(sections, "connective"),
        section(sections, "ending"),
        section(sections, "doing"),
        section(sections, "goes-on"),
        section(sections, "reporter"),
        section(sections, "narrative"));
  }

  private static List<String> section(Map<String, List<String>> sections, String name) {
    List<String> words = sections.get(name);
    if (words == null) {
      throw new IllegalStateException("words.txt lacks section " + name);
    }
    return words;
  }
}
