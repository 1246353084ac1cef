package io.wenliu.gateway.access;

import java.util.Set;
import org.springframework.http.HttpMethod;

/// One line of the public API's table, as far as it says who may use it.
///
/// @param path as in OpenAPI
/// @param roles of which one is enough
public record AccessRule(HttpMethod method, String path, Set<Role> roles) {

  public AccessRule {
    roles = Set.copyOf(roles);
  }
}
