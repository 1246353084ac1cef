package io.wenliu.index.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.Caller;
import io.wenliu.contract.Topics;
import io.wenliu.index.alerts.elasticsearch.MatchIndex;
import io.wenliu.index.alerts.elasticsearch.MatchIndex.MatchPage;
import io.wenliu.index.alerts.elasticsearch.MatchIndex.Tally;
import io.wenliu.index.search.Cursor;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.web.ApiProblem;
import io.wenliu.kafka.event.Outbound;
import io.wenliu.kafka.publish.EventPublisher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Serves the alerts and what they have found.
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {

  private final Alerts alerts;
  private final AlertsListener definitions;
  private final AlertForm form;
  private final EventPublisher publisher;
  private final MatchIndex matches;
  private final SearchParameters parameters;
  private final AlertSettings settings;
  private final Clock clock;

  AlertController(
      Alerts alerts,
      AlertsListener definitions,
      AlertForm form,
      EventPublisher publisher,
      MatchIndex matches,
      SearchParameters parameters,
      AlertSettings settings,
      Clock clock) {
    this.alerts = alerts;
    this.definitions = definitions;
    this.form = form;
    this.publisher = publisher;
    this.matches = matches;
    this.parameters = parameters;
    this.settings = settings;
    this.clock = clock;
  }

  /// A webhook without its secret; to all but operators also without its path, which may be one.
  record ShownWebhook(String url) {

    static @Nullable ShownWebhook of(AlertDefined alert, Caller caller) {
      AlertDefined.Webhook webhook = alert.webhook();
      if (webhook == null) {
        return null;
      }
      URI url = URI.create(webhook.url());
      return new ShownWebhook(
          caller.isOperator()
              ? webhook.url()
              : url.getScheme() + "://" + url.getAuthority() + "/…");
    }
  }

  /// An alert and what it has found.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShownAlert(
      String id,
      String name,
      Map<String, Object> query,
      @Nullable ShownWebhook webhook,
      Instant createdAt,
      long matches,
      @Nullable Instant lastMatchAt) {}

  /// One page of matches, the newest first.
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShownMatches(List<ShownMatch> matches, @Nullable String cursor) {}

  @GetMapping
  Map<String, List<ShownAlert>> all(HttpServletRequest request) {
    Caller caller = Caller.of(request::getHeader);
    definitions.awaitCurrent();
    Map<String, Tally> tallies = matches.tallies();
    return Map.of(
        "alerts",
        alerts.all().stream()
            .map(alert -> shown(alert, tallies.getOrDefault(alert.alert(), Tally.NONE), caller))
            .toList());
  }

  @GetMapping("/{id}")
  ShownAlert one(@PathVariable String id, HttpServletRequest request) {
    AlertDefined alert = find(id);
    return shown(alert, matches.tally(id), Caller.of(request::getHeader));
  }

  @PostMapping
  ResponseEntity<ShownAlert> create(@RequestBody JsonNode body, HttpServletRequest request) {
    Caller caller = Caller.of(request::getHeader);
    definitions.awaitCurrent();
    if (alerts.size() >= settings.maxAlerts()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "alerts-too-many", settings.maxAlerts());
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    AlertDefined alert = form.read(id, body, clock.instant(), null);
    requireMay(caller, alert);
    accept(alert);
    return ResponseEntity.created(URI.create("/api/v1/alerts/" + id))
        .body(shown(alert, Tally.NONE, caller));
  }

  @PutMapping("/{id}")
  ShownAlert replace(
      @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
    Caller caller = Caller.of(request::getHeader);
    AlertDefined before = find(id);
    requireMay(caller, before);
    AlertDefined alert = form.read(id, body, before.createdAt(), before.webhook());
    requireMay(caller, alert);
    accept(alert);
    return shown(alert, matches.tally(id), caller);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(@PathVariable String id, HttpServletRequest request) {
    requireMay(Caller.of(request::getHeader), find(id));
    publisher.publish(new Outbound.Tombstone(Topics.ALERTS, id));
    definitions.awaitCurrent();
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/{id}/matches")
  ShownMatches matches(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam @Nullable String cursor) {
    find(id);
    Cursor place = Cursor.parse(cursor, id.hashCode());
    MatchPage page = matches.page(id, place.after(), parameters.size(size));
    return new ShownMatches(
        page.matches().stream().map(StoredMatch::shown).toList(),
        page.next().isEmpty() ? null : new Cursor(place.search(), 0, 0, page.next()).toString());
  }

  private void accept(AlertDefined alert) {
    publisher.publish(Outbound.event(Topics.ALERTS, alert));
    definitions.awaitCurrent();
  }

  /// A webhook sends what is found out of the house, so an alert that has one is an operator's.
  private static void requireMay(Caller caller, AlertDefined alert) {
    if (alert.webhook() != null && !caller.isOperator()) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "webhook-operator");
    }
  }

  private AlertDefined find(String id) {
    definitions.awaitCurrent();
    return alerts
        .find(id)
        .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "alert-unknown", id));
  }

  private static ShownAlert shown(AlertDefined alert, Tally tally, Caller caller) {
    return new ShownAlert(
        alert.alert(),
        alert.name(),
        AlertForm.query(alert),
        ShownWebhook.of(alert, caller),
        alert.createdAt(),
        tally.matches(),
        tally.last());
  }
}
