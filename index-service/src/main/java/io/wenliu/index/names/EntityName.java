package io.wenliu.index.names;

import io.wenliu.contract.Enrichment.Entity;
import io.wenliu.contract.Enrichment.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Somebody or something by its canonical name.
///
/// @param type one of [#TYPES]
/// @param name not blank
public record EntityName(EntityType type, String name) {

  /// The types that have names; the others are values.
  public static final List<EntityType> TYPES =
      List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.WORK);

  private static final int LONGEST_ID = 1_024;

  /// @return empty for a value, which has no name
  public static Optional<EntityName> of(Entity entity) {
    if (!TYPES.contains(entity.type())) {
      return Optional.empty();
    }
    String name = entity.name() == null ? entity.text() : entity.name();
    return name.isBlank() ? Optional.empty() : Optional.of(new EntityName(entity.type(), name));
  }

  /// URL-safe and made of type and name alone, so that it needs no directory and never changes:
  /// `per-` and the name's UTF-8 bytes in base64url (RFC 4648 section 5) without padding.
  public String id() {
    return type.name().toLowerCase(Locale.ROOT)
        + "-"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  /// @return empty if it is no id of a name
  public static Optional<EntityName> ofId(String id) {
    int dash = id.indexOf('-');
    if (dash < 1 || id.length() > LONGEST_ID) {
      return Optional.empty();
    }
    Optional<EntityType> type = typeOf(id.substring(0, dash));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] name = Base64.getUrlDecoder().decode(id.substring(dash + 1));
      EntityName entity = new EntityName(type.get(), new String(name, StandardCharsets.UTF_8));
      // One name, one address.
      return entity.id().equals(id) ? Optional.of(entity) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// @param text `PER`, `per`
  /// @return empty if no such type has names
  public static Optional<EntityType> typeOf(String text) {
    return TYPES.stream().filter(type -> type.name().equalsIgnoreCase(text)).findFirst();
  }

  /// The field of the words index that holds the names of a type.
  ///
  /// @throws IllegalArgumentException for a type without names
  public static String indexField(EntityType type) {
    return switch (type) {
      case PER -> "people";
      case LOC -> "places";
      case ORG -> "organisations";
      case WORK -> "works";
      case TIME, MONEY, QUANTITY -> throw new IllegalArgumentException(type + " has no names");
    };
  }
}
