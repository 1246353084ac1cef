package io.wenliu.gateway.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/// Passes bodies on as they come. Event streams also get their headers through before the first
/// event, or a browser would show a quiet live list as "connecting".
class StreamingExchange extends RestClientProxyExchange {

  StreamingExchange(RestClient rest, GatewayMvcProperties gateway) {
    super(rest, gateway);
  }

  @Override
  protected int copyResponseBody(ClientHttpResponse response, InputStream from, OutputStream to)
      throws IOException {
    if (MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(response.getHeaders().getContentType())) {
      to.flush();
    }
    return super.copyResponseBody(response, from, to);
  }
}
