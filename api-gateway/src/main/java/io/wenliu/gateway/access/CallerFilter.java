package io.wenliu.gateway.access;

import io.wenliu.gateway.problems.Problem;
import io.wenliu.gateway.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is calling by an API key, in `X-Api-Key` or as a bearer token, or by the
/// dashboard's session. Other bearer tokens are left to the filter that knows the identity
/// provider. A session that is good no more is no offence: the caller is a stranger again.
final class CallerFilter extends OncePerRequestFilter {

  static final String KEY_HEADER = "X-Api-Key";
  static final String COOKIE = "wenliu-session";

  private static final String BEARER = "Bearer ";
  private static final String API = "/api/";

  private final Door door;
  private final ApiKeys keys;
  private final Sessions sessions;
  private final LimitSettings limits;
  private final ProblemWriter problems;
  private final Refusals refusals;

  CallerFilter(
      Door door,
      ApiKeys keys,
      Sessions sessions,
      LimitSettings limits,
      ProblemWriter problems,
      Refusals refusals) {
    this.door = door;
    this.keys = keys;
    this.sessions = sessions;
    this.limits = limits;
    this.problems = problems;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (door.isOpen()) {
      if (isOfApi(request) && !door.isOwnName(request.getServerName())) {
        problems.write(request, response, Problem.OPEN_BY_ITS_OWN_NAME, request.getServerName());
        return;
      }
      enter(Caller.ANYBODY);
    } else {
      String presented = presentedKey(request);
      Optional<ApiKey> key =
          presented != null
              ? keys.find(presented)
              : bearer(request) == null
                  ? session(request).flatMap(sessions::read)
                  : Optional.empty();
      if (presented != null && key.isEmpty()) {
        refusals.unknown(request, response);
        return;
      }
      key.ifPresent(known -> enter(known.caller(limits.requestsPerSecond())));
    }
    chain.doFilter(request, response);
  }

  /// By the path as it is routed: decoded, so that `/%61pi/` is no way around.
  static boolean isOfApi(HttpServletRequest request) {
    return request.getServletPath().startsWith(API);
  }

  private static void enter(Caller caller) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller));
    SecurityContextHolder.setContext(context);
  }

  /// What looks like one of our keys; null where there is nothing.
  private static @Nullable String presentedKey(HttpServletRequest request) {
    String header = request.getHeader(KEY_HEADER);
    if (header != null) {
      return header.strip();
    }
    String token = bearer(request);
    return token != null && token.startsWith(ApiKeys.PREFIX) ? token : null;
  }

  /// The bearer token (RFC 6750 section 2.1); null where there is none.
  static @Nullable String bearer(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private static Optional<String> session(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
