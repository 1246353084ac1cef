package io.wenliu.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.gateway.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the dashboard who is in front of it, and takes a key for a session: a cookie that no
/// script can read and that no other site's page sends along. The key itself stays nowhere.
@RestController
@RequestMapping("/session")
class SessionController {

  private final Door door;
  private final ApiKeys keys;
  private final Sessions sessions;
  private final AccessSettings settings;
  private final LimitSettings limits;

  SessionController(
      Door door, ApiKeys keys, Sessions sessions, AccessSettings settings, LimitSettings limits) {
    this.door = door;
    this.keys = keys;
    this.sessions = sessions;
    this.settings = settings;
    this.limits = limits;
  }

  /// Who is in front of the dashboard.
  ///
  /// @param open whether nobody is asked
  /// @param name null when it is not known
  /// @param sources which may be submitted as; `*` for all
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(boolean open, @Nullable String name, List<String> roles, List<String> sources) {}

  /// A key as it was typed in.
  record SignIn(@Nullable String key) {

    /// Without the key.
    @Override
    public String toString() {
      return "SignIn";
    }
  }

  @GetMapping
  ResponseEntity<Shown> session(HttpServletRequest request) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(shown(Caller.of(request)));
  }

  @PostMapping
  ResponseEntity<Object> signIn(@RequestBody SignIn asked, HttpServletRequest request) {
    Optional<ApiKey> key = keys.find(asked.key() == null ? "" : asked.key().strip());
    if (key.isEmpty()) {
      return ResponseEntity.status(401)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .body(Problem.UNKNOWN_CALLER.describe(request));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(sessions.begin(key.get()), settings.sessionLength(), request))
        .body(shown(key.map(known -> known.caller(limits.requestsPerSecond()))));
  }

  @DeleteMapping
  ResponseEntity<Void> signOut(HttpServletRequest request) {
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
        .build();
  }

  /// `Secure` wherever the browser came by TLS, if only as far as a proxy: who forges that header
  /// harms their own session alone.
  private static String cookie(String value, Duration age, HttpServletRequest request) {
    boolean tls =
        request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    return ResponseCookie.from(CallerFilter.COOKIE, value)
        .httpOnly(true)
        .sameSite("Strict")
        .secure(tls)
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }

  private Shown shown(Optional<Caller> caller) {
    return new Shown(
        door.isOpen(),
        caller.map(Caller::name).orElse(null),
        caller.stream().flatMap(known -> known.roles().stream()).map(Role::id).sorted().toList(),
        caller.stream().flatMap(known -> known.sources().stream()).sorted().toList());
  }
}
