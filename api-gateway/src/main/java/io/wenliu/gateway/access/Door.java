package io.wenliu.gateway.access;

import java.net.InetAddress;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/// Whether anybody is asked who they are. Without keys and without an identity provider nobody is:
/// good for one machine, where only its own users can come, and refused anywhere else unless it is
/// asked for by name.
@Component
class Door {

  private static final Logger log = LoggerFactory.getLogger(Door.class);

  private final boolean open;
  private final Set<String> openHosts;
  private final String address;

  /// @throws OpenDoorException if it would be open to others and may not
  Door(
      AccessSettings settings,
      ApiKeys keys,
      ObjectProvider<JwtDecoder> tokens,
      ServerProperties server) {
    open = !keys.areUsed() && tokens.getIfAvailable() == null;
    openHosts = settings.openHosts();
    InetAddress bound = server.getAddress();
    address = bound == null ? "0.0.0.0" : bound.getHostAddress();
    boolean ownMachine = bound != null && bound.isLoopbackAddress();
    if (open && !ownMachine && !settings.allowOpen()) {
      throw new OpenDoorException(address);
    }
  }

  boolean isOpen() {
    return open;
  }

  /// Whether an open gateway may be called by this name. A page of another site can make a browser
  /// take 127.0.0.1 for its own host (DNS rebinding); a proxy that opens the door to others by
  /// mistake calls it by another name too.
  ///
  /// @param host as in the URL, without the port
  boolean isOwnName(String host) {
    return openHosts.contains(host) || openHosts.contains(Caller.ANY_SOURCE);
  }

  @EventListener
  void opened(WebServerInitializedEvent event) {
    if (open) {
      log.warn(
          "The gateway runs open on {}:{}: nobody is asked for a key, everybody is an operator."
              + " Set wenliu.gateway.access.keys-file to change that.",
          address,
          event.getWebServer().getPort());
    }
  }
}
