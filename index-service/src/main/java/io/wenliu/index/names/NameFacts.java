package io.wenliu.index.names;

import io.wenliu.contract.Enrichment;
import io.wenliu.contract.Enrichment.Entity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an article says about the names in it, one keyword each: type, name and a value, between
/// them U+001F. They are only ever counted, for names that are known, by a pattern over the
/// keywords; so no nested documents are needed for them.
///
/// @param mentions the value is how often the article has the name
/// @param aliases the value is another form of the name in the text
/// @param roles the value is what somebody is called beside the name
public record NameFacts(List<String> mentions, List<String> aliases, List<String> roles) {

  private static final char SEPARATOR = '\u001F';

  public NameFacts {
    mentions = List.copyOf(mentions);
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
  }

  public static NameFacts of(Enrichment enrichment) {
    Map<EntityName, Integer> counts = new LinkedHashMap<>();
    Set<String> aliases = new LinkedHashSet<>();
    Set<String> roles = new LinkedHashSet<>();
    for (Entity entity : enrichment.entities()) {
      EntityName.of(entity)
          .ifPresent(name -> {
            counts.merge(name, 1, Integer::sum);
            if (!entity.text().equals(name.name())) {
              aliases.add(encoded(name, entity.text()));
            }
            String role = entity.role();
            if (role != null && !role.isBlank()) {
              roles.add(encoded(name, role));
            }
          });
    }
    return new NameFacts(
        counts.entrySet().stream()
            .map(count -> encoded(count.getKey(), count.getValue().toString()))
            .toList(),
        List.copyOf(aliases),
        List.copyOf(roles));
  }

  /// One keyword taken apart.
  public record Fact(EntityName name, String value) {}

  /// @throws IllegalArgumentException if it is none of ours
  public static Fact parse(String keyword) {
    int first = keyword.indexOf(SEPARATOR);
    int last = keyword.indexOf(SEPARATOR, first + 1);
    if (first < 1 || last < 0) {
      throw new IllegalArgumentException("no fact about a name: " + keyword);
    }
    return new Fact(
        new EntityName(
            Enrichment.EntityType.valueOf(keyword.substring(0, first)),
            keyword.substring(first + 1, last)),
        keyword.substring(last + 1));
  }

  /// What the keywords of a name begin with.
  public static String prefix(EntityName name) {
    return name.type().name() + SEPARATOR + name.name() + SEPARATOR;
  }

  private static String encoded(EntityName name, String value) {
    return prefix(name) + value;
  }
}
