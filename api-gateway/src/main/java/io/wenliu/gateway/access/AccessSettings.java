package io.wenliu.gateway.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who may come in. Tokens of an identity provider are set by Spring Boot's own
/// `spring.security.oauth2.resourceserver.jwt.*`.
///
/// @param keysFile the API keys, see [KeyFile]; null for none
/// @param keysInterval how often that file is looked at for changes
/// @param allowOpen whether the gateway may run without keys and tokens on an address that others
///   can reach
/// @param openHosts by which names an open gateway's API may be called
/// @param rolesClaim the token's claim with the roles; dots lead into nested claims
/// @param sourcesClaim the token's claim with the sources that it may submit as
/// @param sessionSecret signs the dashboard's sessions; null for one of this process alone
/// @param sessionLength after which the dashboard asks for the key again
@Validated
@ConfigurationProperties("wenliu.gateway.access")
record AccessSettings(
    @Nullable Path keysFile,
    @NotNull @DefaultValue("5s") Duration keysInterval,
    @DefaultValue("false") boolean allowOpen,
    @NotNull @DefaultValue({"localhost", "127.0.0.1", "[::1]"}) Set<String> openHosts,
    @NotBlank @DefaultValue("roles") String rolesClaim,
    @NotBlank @DefaultValue("sources") String sourcesClaim,
    @Nullable String sessionSecret,
    @NotNull @DefaultValue("12h") Duration sessionLength) {

  private static final int SHORTEST_SECRET = 32;

  AccessSettings {
    openHosts = Set.copyOf(openHosts);
    if (!keysInterval.isPositive()) {
      throw new IllegalArgumentException("wenliu.gateway.access.keys-interval must be positive");
    }
    if (!sessionLength.isPositive()) {
      throw new IllegalArgumentException("wenliu.gateway.access.session-length must be positive");
    }
    if (sessionSecret != null && sessionSecret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "wenliu.gateway.access.session-secret needs %d characters".formatted(SHORTEST_SECRET));
    }
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "AccessSettings[keysFile=" + keysFile + ", rolesClaim=" + rolesClaim + "]";
  }
}
