package io.wenliu.gateway.routing;

import io.wenliu.gateway.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Says what to do when a service cannot be reached or does not finish.
///
/// @param service the one behind the handler
record ServiceTrouble(Service service, GatewaySettings settings) {

  private static final Logger log = LoggerFactory.getLogger(ServiceTrouble.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  HandlerFunction<ServerResponse> around(HandlerFunction<ServerResponse> handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (ResourceAccessException e) {
        return answer(request, e);
      }
    };
  }

  private ServerResponse answer(ServerRequest request, ResourceAccessException trouble) {
    HttpServletRequest servletRequest = request.servletRequest();
    ProblemDetail problem = problem(servletRequest, trouble);
    if (problem.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      log.warn("{} {}: {}", request.method(), request.path(), trouble.getMessage());
    }
    ServerResponse.BodyBuilder response =
        ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.body(problem);
  }

  private ProblemDetail problem(HttpServletRequest request, Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case RequestTooLargeException tooLarge -> {
          return Problem.TOO_LARGE.describe(request, tooLarge.limit());
        }
        case HttpConnectTimeoutException _, ConnectTimeoutException _ -> {
          return Problem.SERVICE_AWAY.describe(request, service.id());
        }
        case HttpTimeoutException _ -> {
          return Problem.SERVICE_SLOW.describe(request, service.id(), secondsWaited(request));
        }
        // Where something is sent, it may be the sender who is slow.
        case SocketTimeoutException _ when "GET".equals(request.getMethod()) -> {
          return Problem.SERVICE_SLOW.describe(request, service.id(), secondsWaited(request));
        }
        default -> {}
      }
    }
    return Problem.SERVICE_AWAY.describe(request, service.id());
  }

  private long secondsWaited(HttpServletRequest request) {
    boolean upload = "POST".equals(request.getMethod());
    return (upload ? settings.uploadTimeout() : settings.answerTimeout()).toSeconds();
  }
}
