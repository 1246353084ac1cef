package io.wenliu.gateway.dashboard;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The dashboard is one page that reads what to show from its address, so each of its addresses
/// serves that page and can be opened, reloaded and sent to a colleague.
@Configuration(proxyBeanMethods = false)
class DashboardPages {

  /// Each has a view in `static/app/main.js`.
  static final List<String> ADDRESSES =
      List.of(
          "/",
          "/articles/{articleId}",
          "/articles/{articleId}/reprints",
          "/entities",
          "/entities/{entityId}",
          "/quotes",
          "/trends",
          "/alerts",
          "/alerts/new",
          "/alerts/{alertId}",
          "/submissions/{documentId}",
          "/live",
          "/submit",
          "/operations");

  private static final Resource PAGE = new ClassPathResource("static/index.html");

  @Bean
  RouterFunction<ServerResponse> dashboard() {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String address : ADDRESSES) {
      routes.GET(
          address,
          request ->
              ServerResponse.ok()
                  .contentType(MediaType.TEXT_HTML)
                  .cacheControl(CacheControl.noCache())
                  .body(PAGE));
    }
    return routes.build();
  }
}
