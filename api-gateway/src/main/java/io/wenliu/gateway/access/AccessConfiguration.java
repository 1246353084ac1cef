package io.wenliu.gateway.access;

import io.wenliu.gateway.problems.ProblemWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Puts the checks in their order: who is it, may they, how often.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final Set<Role> ANY = EnumSet.allOf(Role.class);

  /// @param rules the public API; what it does not name is answered 404, but not to strangers
  @Bean
  SecurityFilterChain access(
      HttpSecurity http,
      List<AccessRule> rules,
      CallerFilter callers,
      RateLimits limits,
      Refusals refusals,
      TokenCallers tokens,
      ObjectProvider<JwtDecoder> decoder) {
    // Sessions are signed notes, cross-site writes and headers have filters of their own, which
    // stand before this chain and cover what it does not.
    http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            trouble -> trouble.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(callers, AnonymousAuthenticationFilter.class)
        .addFilterAfter(new RateLimitFilter(limits, refusals), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> {
          for (AccessRule rule : rules) {
            requests.requestMatchers(rule.method(), rule.path()).access(anyOf(rule.roles()));
          }
          requests
              .requestMatchers("/actuator/health/**")
              .permitAll()
              .requestMatchers("/actuator/**")
              .access(anyOf(Set.of(Role.READER)))
              .requestMatchers("/api/**")
              .access(anyOf(ANY))
              // The dashboard's files, its sign-in, the API's description.
              .anyRequest()
              .permitAll();
        });
    if (decoder.getIfAvailable() != null) {
      http.oauth2ResourceServer(server ->
          server
              .bearerTokenResolver(tokenResolver())
              .authenticationEntryPoint(refusals)
              .accessDeniedHandler(refusals)
              .withObjectPostProcessor(failuresTo(refusals))
              .jwt(jwt -> jwt.jwtAuthenticationConverter(tokens)));
    }
    return http.build();
  }

  @Bean
  CallerFilter callerFilter(
      Door door,
      ApiKeys keys,
      Sessions sessions,
      LimitSettings limits,
      ProblemWriter problems,
      Refusals refusals) {
    return new CallerFilter(door, keys, sessions, limits, problems, refusals);
  }

  /// The chain runs it; the server is not to run it once more.
  @Bean
  FilterRegistrationBean<CallerFilter> callerFilterInChainOnly(CallerFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /// A provider signs tokens for many applications: which of them are for this one has to be said.
  @Bean
  TokenCallers tokenCallers(
      AccessSettings settings, LimitSettings limits, OAuth2ResourceServerProperties provider) {
    OAuth2ResourceServerProperties.Jwt jwt = provider.getJwt();
    boolean used = jwt.getIssuerUri() != null || jwt.getJwkSetUri() != null;
    if (used && jwt.getAudiences().isEmpty()) {
      throw new IllegalArgumentException(
          "spring.security.oauth2.resourceserver.jwt.audiences must name this gateway");
    }
    return new TokenCallers(settings, limits);
  }

  /// Newsrooms name files in Chinese in headers, as UTF-8; its bytes look like control characters
  /// here. Tomcat keeps out those that matter, line ends and NUL.
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(value -> true);
    return firewall;
  }

  private static BearerTokenResolver tokenResolver() {
    return request -> {
      @Nullable String token = CallerFilter.bearer(request);
      return token == null || token.startsWith(ApiKeys.PREFIX) ? null : token;
    };
  }

  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(
      Refusals refusals) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(refusals);
        return filter;
      }
    };
  }

  private static AuthorizationManager<RequestAuthorizationContext> anyOf(Set<Role> roles) {
    return (authentication, request) ->
        new AuthorizationDecision(
            Caller.of(authentication.get()).filter(caller -> caller.hasAny(roles)).isPresent());
  }
}
