package io.wenliu.gateway.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is known of an API key; the key itself is kept nowhere.
///
/// @param name for logs and for the services
/// @param sha256 of the key, 64 lowercase hex digits
/// @param roles at least one
/// @param sources which it may submit and withdraw as; `*` for all
/// @param requestsPerSecond null for what is usual, 0 for no limit of its own
record ApiKey(
    String name,
    String sha256,
    Set<Role> roles,
    Set<String> sources,
    @Nullable Integer requestsPerSecond) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern SOURCE = Pattern.compile("\\*|[A-Za-z0-9._-]{1,64}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException with the rule that is broken
  ApiKey {
    require(NAME.matcher(name).matches(), name, "name: 1 to 64 letters, digits, dots or dashes");
    require(HASH.matcher(sha256).matches(), name, "sha256: 64 lowercase hex digits");
    require(!roles.isEmpty(), name, "roles: at least one of reader, submitter, operator");
    require(
        sources.stream().allMatch(source -> SOURCE.matcher(source).matches()),
        name,
        "sources: each 1 to 64 letters, digits, dots or dashes, or *");
    require(
        !roles.contains(Role.SUBMITTER) || !sources.isEmpty(),
        name,
        "sources: a submitter's key says which; \"*\" for all");
    require(
        requestsPerSecond == null || requestsPerSecond >= 0,
        name,
        "requests-per-second: 0 or more");
    roles = Set.copyOf(roles);
    sources = Set.copyOf(sources);
  }

  private static void require(boolean kept, String name, String rule) {
    if (!kept) {
      throw new IllegalArgumentException("API key '" + name + "': " + rule);
    }
  }

  Caller caller(int usualRequestsPerSecond) {
    return new Caller(
        name,
        roles,
        sources,
        requestsPerSecond == null ? usualRequestsPerSecond : requestsPerSecond);
  }
}
