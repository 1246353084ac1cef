package io.wenliu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;

/// Who sent a request, once it is known.
///
/// @param name of the key, or the token's subject; for logs and for the services
/// @param sources which the caller may submit and withdraw as; [#ANY_SOURCE] for all
/// @param requestsPerSecond of the key's own; 0 for what is usual
public record Caller(String name, Set<Role> roles, Set<String> sources, int requestsPerSecond) {

  /// Stands for every source.
  public static final String ANY_SOURCE = "*";

  /// Whoever comes to a gateway that asks nobody who they are.
  static final Caller ANYBODY = new Caller("anybody", Set.of(Role.OPERATOR), Set.of(), 0);

  public Caller {
    roles = Set.copyOf(roles);
    sources = roles.contains(Role.OPERATOR) ? Set.of(ANY_SOURCE) : Set.copyOf(sources);
  }

  /// Whether one of these roles is the caller's; an operator has them all.
  public boolean hasAny(Set<Role> wanted) {
    return roles.contains(Role.OPERATOR) || roles.stream().anyMatch(wanted::contains);
  }

  /// Who sent this request; empty when nobody knows.
  public static Optional<Caller> of(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
        ? of(authentication)
        : Optional.empty();
  }

  static Optional<Caller> of(Authentication authentication) {
    return authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }
}
