package io.wenliu.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/// Reads again, over another connection, what a service has left unanswered when it closed one that
/// was kept open: that is no trouble of the service, which may have been restarted. The next one
/// may have been closed as well, so this happens up to three times.
///
/// What changes something is not repeated, and no answer is taken for a failure: a 503 is the
/// caller's to see, with its `Retry-After`.
final class ReadAgain implements HttpRequestRetryStrategy {

  private static final int MOST_TIMES = 3;

  @Override
  public boolean retryRequest(
      HttpRequest request, IOException failure, int count, HttpContext context) {
    return count <= MOST_TIMES && wasClosed(failure) && Method.isSafe(request.getMethod());
  }

  @Override
  public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
    return false;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int count, HttpContext context) {
    return TimeValue.ZERO_MILLISECONDS;
  }

  private static boolean wasClosed(IOException failure) {
    return switch (failure) {
      case ConnectException _, NoRouteToHostException _ -> false;
      case NoHttpResponseException _, SocketException _ -> true;
      default -> false;
    };
  }
}
