package io.wenliu.gateway.routing;

import static io.wenliu.gateway.routing.Service.INDEX;
import static io.wenliu.gateway.routing.Service.INGEST;
import static io.wenliu.gateway.routing.Transfer.ANSWER;
import static io.wenliu.gateway.routing.Transfer.STREAM;
import static io.wenliu.gateway.routing.Transfer.UPLOAD;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.wenliu.gateway.access.AccessRule;
import io.wenliu.gateway.access.Role;
import io.wenliu.gateway.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The public API as a table: what there is, where it goes, who may use it. The door opens for what
/// stands here and nothing else, so a service's internal address never becomes public by accident;
/// `/openapi.json` describes the same list.
///
/// Two rules need more than the path and are kept by the services, who are told the caller's name,
/// roles and sources: a submitter submits and withdraws as its own sources only (ingest-service),
/// and alerts with a webhook are an operator's (index-service).
@Configuration(proxyBeanMethods = false)
class ApiRoutes {

  private static final Set<Role> READERS = Set.of(Role.READER);
  private static final Set<Role> SUBMITTERS = Set.of(Role.SUBMITTER);
  private static final Set<Role> READERS_AND_SUBMITTERS = Set.of(Role.READER, Role.SUBMITTER);
  private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);

  static final List<PublicOperation> OPERATIONS =
      List.of(
          new PublicOperation(POST, "/api/v1/submissions", INGEST, UPLOAD, SUBMITTERS),
          new PublicOperation(
              GET, "/api/v1/submissions/{documentId}", INDEX, ANSWER, READERS_AND_SUBMITTERS),
          new PublicOperation(DELETE, "/api/v1/documents/{documentId}", INGEST, ANSWER, SUBMITTERS),
          new PublicOperation(GET, "/api/v1/documents/{documentId}/page", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/articles", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/articles/{articleId}", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/articles/{articleId}/similar", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/articles/{articleId}/reprints", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/suggest", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/entities", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/entities/{entityId}", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/quotes", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/trends", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/alerts", INDEX, ANSWER, READERS),
          new PublicOperation(POST, "/api/v1/alerts", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/alerts/stream", INDEX, STREAM, READERS),
          new PublicOperation(GET, "/api/v1/alerts/{alertId}", INDEX, ANSWER, READERS),
          new PublicOperation(PUT, "/api/v1/alerts/{alertId}", INDEX, ANSWER, READERS),
          new PublicOperation(DELETE, "/api/v1/alerts/{alertId}", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/alerts/{alertId}/matches", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/export", INDEX, STREAM, READERS),
          new PublicOperation(GET, "/api/v1/feed.atom", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/ledger", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/index/rebuild", INDEX, ANSWER, OPERATORS),
          new PublicOperation(POST, "/api/v1/index/rebuild", INDEX, ANSWER, OPERATORS),
          new PublicOperation(GET, "/api/v1/operations", INDEX, ANSWER, READERS),
          new PublicOperation(GET, "/api/v1/dead-letters", INDEX, ANSWER, OPERATORS),
          new PublicOperation(POST, "/api/v1/dead-letters/replay", INDEX, ANSWER, OPERATORS),
          new PublicOperation(GET, "/api/v1/dead-letters/{deadLetterId}", INDEX, ANSWER, OPERATORS),
          new PublicOperation(
              POST, "/api/v1/dead-letters/{deadLetterId}/replay", INDEX, ANSWER, OPERATORS),
          new PublicOperation(
              POST, "/api/v1/dead-letters/{deadLetterId}/discard", INDEX, ANSWER, OPERATORS),
          new PublicOperation(GET, "/api/v1/live", INDEX, STREAM, READERS));

  /// The table as far as it says who may use what.
  @Bean
  List<AccessRule> accessRules() {
    return OPERATIONS.stream()
        .map(operation -> new AccessRule(operation.method(), operation.path(), operation.roles()))
        .toList();
  }

  @Bean
  RouterFunction<ServerResponse> publicApi(Upstreams upstreams) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (PublicOperation operation : OPERATIONS) {
      routes.route(
          RequestPredicates.method(operation.method())
              .and(RequestPredicates.path(operation.path())),
          upstreams.handler(operation));
    }
    methodsByPath()
        .forEach((path, methods) ->
            routes.route(
                RequestPredicates.path(path), request -> methodNotAllowed(request, methods)));
    return routes.route(RequestPredicates.path("/api/**"), ApiRoutes::notFound).build();
  }

  private static Map<String, Set<String>> methodsByPath() {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (PublicOperation operation : OPERATIONS) {
      methods
          .computeIfAbsent(operation.path(), path -> new TreeSet<>())
          .add(operation.method().name());
    }
    return methods;
  }

  private static ServerResponse methodNotAllowed(ServerRequest request, Set<String> methods) {
    return problem(
        Problem.METHOD_NOT_ALLOWED.describe(request.servletRequest(), String.join(", ", methods)),
        methods);
  }

  private static ServerResponse notFound(ServerRequest request) {
    return problem(Problem.NOT_FOUND.describe(request.servletRequest()), Set.of());
  }

  private static ServerResponse problem(ProblemDetail problem, Set<String> allowed) {
    ServerResponse.BodyBuilder response =
        ServerResponse.status(HttpStatus.valueOf(problem.getStatus()))
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (!allowed.isEmpty()) {
      response.allow(allowed.stream().map(HttpMethod::valueOf).toArray(HttpMethod[]::new));
    }
    return response.body(problem);
  }
}
