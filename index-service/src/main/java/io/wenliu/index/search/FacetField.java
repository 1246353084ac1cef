package io.wenliu.index.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What articles can be filtered and counted by.
public enum FacetField {
  NEWSPAPER("newspaper", List.of("newspaper", "agency", "source"), "来源", "报纸", "source"),
  AUTHOR("author", List.of("authors"), "作者", "记者"),
  PERSON("person", List.of("people"), "人物"),
  PLACE("place", List.of("places"), "地点"),
  ORGANISATION("organisation", List.of("organisations"), "机构", "org"),
  TOPIC("topic", List.of("topicLabels", "topics"), "主题"),
  KIND("kind", List.of("kind"), "类型", "体裁");

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other
  private final List<String> indexFields;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other
  private final List<String> names;

  FacetField(String id, List<String> indexFields, String... names) {
    this.id = id;
    this.indexFields = indexFields;
    this.names = List.of(names);
  }

  /// As in parameters and answers.
  public String id() {
    return id;
  }

  /// Fields of the index that a filter looks in; the first is counted.
  public List<String> indexFields() {
    return indexFields;
  }

  /// The field of an operator in the search box: `作者`, `author`.
  static Optional<FacetField> ofOperator(String name) {
    return Arrays.stream(values())
        .filter(field -> field.id.equalsIgnoreCase(name) || field.names.contains(name))
        .findFirst();
  }
}
