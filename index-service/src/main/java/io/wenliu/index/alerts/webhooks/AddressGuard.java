package io.wenliu.index.alerts.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/// Tells which addresses may be posted to: those of the public internet, unless private ones are
/// allowed (OWASP, Server-Side Request Forgery Prevention).
@Component
public class AddressGuard {

  private static final int LONGEST_URL = 2_000;

  private final boolean allowPrivate;

  AddressGuard(WebhookSettings settings) {
    this.allowPrivate = settings.allowPrivate();
  }

  /// Whether an address can be taken in. A name that has no address now may have one later; what
  /// counts is what it has when it is posted to.
  public boolean mayBeCalled(String url) {
    if (url.length() > LONGEST_URL) {
      return false;
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return false;
    }
    boolean http =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      return false;
    }
    try {
      checked(InetAddress.getAllByName(uri.getHost()));
      return true;
    } catch (ForbiddenAddressException e) {
      return false;
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /// @return the same addresses
  /// @throws ForbiddenAddressException if one of them may not be posted to
  InetAddress[] checked(InetAddress[] addresses) throws ForbiddenAddressException {
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic(address)) {
        throw new ForbiddenAddressException(address);
      }
    }
    return addresses;
  }

  /// A name stands for an address that is not public.
  static final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(InetAddress address) {
      super("no public address: " + address.getHostAddress());
    }
  }

  /// By IANA's registries of special-purpose addresses (RFC 6890).
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> isPublic4(bytes);
      case Inet6Address _ -> isPublic6(bytes);
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    int third = bytes[2] & 0xFF;
    boolean shared = first == 100 && (second & 0xC0) == 64;
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean relay = first == 192 && second == 88 && third == 99;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean examples =
        (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 240 && !shared && !protocols && !relay && !benchmarks && !examples;
  }

  /// Only global unicast, and nothing that stands for an IPv4 address by way of a translator.
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xE0) == 0x20;
    boolean teredoAndProtocols = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
    boolean documentation =
        bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && (bytes[3] & 0xFF) == 0xB8;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    return global && !teredoAndProtocols && !documentation && !sixToFour;
  }
}
