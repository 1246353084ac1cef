package io.wenliu.contract;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who a request comes from, as the gateway tells the services in headers. Clients cannot set them:
/// the gateway passes none of theirs on. A request without them did not come through the gateway;
/// only operators can reach a service so, and may do everything.
///
/// @param name of the caller's key or token
/// @param roles `reader`, `submitter`, `operator`
/// @param sources which the caller may submit and withdraw as; `*` for all
public record Caller(String name, Set<String> roles, Set<String> sources) {

  private static final String HEADER = "X-Wenliu-Caller";
  private static final String OPERATOR = "operator";
  private static final String ANY_SOURCE = "*";
  private static final Caller INSIDE = new Caller("", Set.of(OPERATOR), Set.of(ANY_SOURCE));

  public Caller {
    roles = Set.copyOf(roles);
    sources = Set.copyOf(sources);
  }

  /// @param header gives the value of a request's header, null where it has none
  public static Caller of(Function<String, @Nullable String> header) {
    String name = header.apply(HEADER);
    return name == null
        ? INSIDE
        : new Caller(
            name, parts(header.apply(HEADER + "-Roles")), parts(header.apply(HEADER + "-Sources")));
  }

  private static Set<String> parts(@Nullable String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toSet());
  }

  public boolean isOperator() {
    return roles.contains(OPERATOR);
  }

  /// Whether the caller may see what others have submitted.
  public boolean mayRead() {
    return isOperator() || roles.contains("reader");
  }

  /// Whether the caller may submit and withdraw in the name of a source.
  public boolean isOf(String source) {
    return isOperator() || sources.contains(ANY_SOURCE) || sources.contains(source);
  }

  /// The source that is meant where the caller names none; empty unless there is exactly one.
  public Optional<String> onlySource() {
    return sources.size() == 1 && !sources.contains(ANY_SOURCE)
        ? sources.stream().findFirst()
        : Optional.empty();
  }
}
