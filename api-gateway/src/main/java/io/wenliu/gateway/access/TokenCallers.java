package io.wenliu.gateway.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/// Reads who a checked token is about. Roles that are not ours are somebody else's business and are
/// passed over.
final class TokenCallers implements Converter<Jwt, AbstractAuthenticationToken> {

  private static final int LONGEST_NAME = 64;
  private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern SOURCE = Pattern.compile("\\*|[A-Za-z0-9._-]{1,64}");

  private final AccessSettings settings;
  private final LimitSettings limits;

  TokenCallers(AccessSettings settings, LimitSettings limits) {
    this.settings = settings;
    this.limits = limits;
  }

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String role : texts(claim(token, settings.rolesClaim()))) {
      Role.ofId(role).ifPresent(roles::add);
    }
    Set<String> sources = new TreeSet<>();
    for (String source : texts(claim(token, settings.sourcesClaim()))) {
      if (SOURCE.matcher(source).matches()) {
        sources.add(source);
      }
    }
    return new CallerAuthentication(
        new Caller(name(token), roles, sources, limits.requestsPerSecond()));
  }

  /// Never the name of a key: `@` stands in none.
  private static String name(Jwt token) {
    String subject = token.getSubject() == null ? "" : token.getSubject();
    String usual = UNUSUAL.matcher(subject).replaceAll("_");
    return "@" + usual.substring(0, Math.min(usual.length(), LONGEST_NAME));
  }

  /// A claim as it is named, else along its dots: `realm_access.roles`.
  private static @Nullable Object claim(Jwt token, String name) {
    Map<String, Object> claims = token.getClaims();
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    Object found = claims;
    for (String step : name.split("\\.", -1)) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }

  /// A list, or words apart by spaces as in `scope` (RFC 8693 section 4.2).
  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case Collection<?> values -> values.stream().map(String::valueOf).toList();
      case String text -> Arrays.asList(text.strip().split("\\s+", -1));
      case null, default -> List.of();
    };
  }
}
