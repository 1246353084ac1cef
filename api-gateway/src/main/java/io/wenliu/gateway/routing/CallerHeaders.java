package io.wenliu.gateway.routing;

import io.wenliu.gateway.access.Caller;
import io.wenliu.gateway.access.Role;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/// Tells the services who is calling, in headers that only the gateway writes: what a client sends
/// by these names goes no further. Nor do keys, tokens and sessions; no service needs them.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CallerHeaders implements RequestHttpHeadersFilter {

  static final String PREFIX = "X-Wenliu-Caller";

  private static final Set<String> SECRETS = Set.of("authorization", "cookie", "x-api-key");

  @Override
  public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
    HttpHeaders passedOn = new HttpHeaders();
    given.forEach((name, values) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!SECRETS.contains(lower) && !lower.startsWith(PREFIX.toLowerCase(Locale.ROOT))) {
        passedOn.addAll(name, values);
      }
    });
    Caller caller =
        Caller.of(request.servletRequest())
            .orElseThrow(() -> new IllegalStateException("passed on without a caller"));
    passedOn.set(PREFIX, caller.name());
    passedOn.set(
        PREFIX + "-Roles",
        caller.roles().stream().map(Role::id).sorted().collect(Collectors.joining(",")));
    passedOn.set(
        PREFIX + "-Sources", caller.sources().stream().sorted().collect(Collectors.joining(",")));
    return passedOn;
  }
}
