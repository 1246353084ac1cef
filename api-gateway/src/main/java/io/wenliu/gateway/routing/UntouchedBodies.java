package io.wenliu.gateway.routing;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Keeps Tomcat from reading bodies as HTML forms. Command-line clients call any body a form, and a
/// body that is read for parameters is gone when it comes to passing it on.
@Component
class UntouchedBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods("NONE"));
  }
}
