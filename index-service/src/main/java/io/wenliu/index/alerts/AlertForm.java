package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertDefined.Parameter;
import io.wenliu.contract.AlertDefined.Webhook;
import io.wenliu.index.alerts.webhooks.AddressGuard;
import io.wenliu.index.search.FacetField;
import io.wenliu.index.web.ApiProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what somebody wants to be alerted to.
@Component
class AlertForm {

  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 256;
  private static final Set<String> PARAMETERS = parameters();

  private final Alerts alerts;
  private final AddressGuard addresses;

  AlertForm(Alerts alerts, AddressGuard addresses) {
    this.alerts = alerts;
    this.addresses = addresses;
  }

  /// @param before whose secret stays where none is given; null for none
  /// @throws ApiProblem if it cannot be watched for
  AlertDefined read(String id, JsonNode body, Instant createdAt, @Nullable Webhook before) {
    String name = body.path("name").asString("").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "alert-name", LONGEST_NAME);
    }
    List<Parameter> query = query(body.path("query"));
    if (query.isEmpty()) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "alert-empty");
    }
    alerts.search(query);
    JsonNode webhook = body.path("webhook");
    return new AlertDefined(
        id, name, query, webhook.isObject() ? webhook(webhook, before) : null, createdAt);
  }

  private static List<Parameter> query(JsonNode query) {
    List<Parameter> parameters = new ArrayList<>();
    query.forEachEntry((name, value) -> {
      if (!PARAMETERS.contains(name)) {
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "alert-parameter", name, PARAMETERS);
      }
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        String text = each.asString("");
        if (!text.isBlank()) {
          parameters.add(new Parameter(name, text));
        }
      }
    });
    return parameters;
  }

  private Webhook webhook(JsonNode webhook, @Nullable Webhook before) {
    String url = webhook.path("url").asString("");
    String secret = webhook.path("secret").asString("");
    if (secret.isEmpty() && before != null && before.url().equals(url)) {
      secret = before.secret();
    }
    if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "webhook-secret", SHORTEST_SECRET, LONGEST_SECRET);
    }
    if (!addresses.mayBeCalled(url)) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "webhook-address");
    }
    return new Webhook(url, secret);
  }

  /// The parameters as they were given: a text, or a list of several.
  static Map<String, Object> query(AlertDefined alert) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Parameter parameter : alert.query()) {
      values.computeIfAbsent(parameter.name(), _ -> new ArrayList<>()).add(parameter.value());
    }
    Map<String, Object> query = new LinkedHashMap<>();
    values.forEach((name, each) -> query.put(name, each.size() == 1 ? each.getFirst() : each));
    return query;
  }

  private static Set<String> parameters() {
    Set<String> parameters = new LinkedHashSet<>(List.of("q"));
    Arrays.stream(FacetField.values()).map(FacetField::id).forEach(parameters::add);
    parameters.addAll(List.of("from", "to"));
    return parameters;
  }
}
