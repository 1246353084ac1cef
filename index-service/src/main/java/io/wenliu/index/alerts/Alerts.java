package io.wenliu.index.alerts;

import io.wenliu.contract.AlertDefined;
import io.wenliu.contract.AlertDefined.Parameter;
import io.wenliu.index.search.SearchParameters;
import io.wenliu.index.search.SearchRequest;
import io.wenliu.index.web.ApiProblem;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The alerts that stand, as this instance has read them. Thread-safe.
@Component
class Alerts {

  private static final Logger log = LoggerFactory.getLogger(Alerts.class);

  private final Map<String, AlertDefined> byId = new ConcurrentHashMap<>();
  private final AlertMonitor monitor = new AlertMonitor();
  private final SearchParameters parameters;

  Alerts(SearchParameters parameters) {
    this.parameters = parameters;
  }

  void put(Collection<AlertDefined> defined) {
    Map<String, SearchRequest> searches = new HashMap<>();
    List<String> unwatched = new ArrayList<>();
    for (AlertDefined alert : defined) {
      try {
        searches.put(alert.alert(), search(alert.query()));
      } catch (ApiProblem e) {
        // Accepted under other limits than today's: it is still listed.
        log.warn("Alert {} cannot be watched for: {}", alert.alert(), e.toString());
        unwatched.add(alert.alert());
      }
    }
    monitor.put(searches);
    monitor.remove(unwatched);
    defined.forEach(alert -> byId.put(alert.alert(), alert));
  }

  void remove(Collection<String> ids) {
    ids.forEach(byId::remove);
    monitor.remove(List.copyOf(ids));
  }

  /// @throws ApiProblem if it is no search
  SearchRequest search(List<Parameter> query) {
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    query.forEach(parameter -> given.add(parameter.name(), parameter.value()));
    return parameters.read(given);
  }

  int size() {
    return byId.size();
  }

  Optional<AlertDefined> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The newest first.
  Collection<AlertDefined> all() {
    return byId.values().stream()
        .sorted(
            Comparator.comparing(AlertDefined::createdAt)
                .reversed()
                .thenComparing(AlertDefined::alert))
        .toList();
  }

  /// @return of each article, the alerts that it answers, however old it is
  List<List<AlertDefined>> matching(List<WatchedArticle> articles) {
    List<List<AlertDefined>> matching = new ArrayList<>(articles.size());
    List<Set<String>> matches = monitor.match(articles);
    for (int i = 0; i < articles.size(); i++) {
      matching.add(matches.get(i).stream().sorted().flatMap(id -> find(id).stream()).toList());
    }
    return matching;
  }

  @PreDestroy
  void close() {
    monitor.close();
  }
}
