package io.wenliu.index.alerts.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  private static final AddressGuard GUARD = new AddressGuard(settings(false));

  static WebhookSettings settings(boolean allowPrivate) {
    return new WebhookSettings(
        allowPrivate,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        Duration.ofHours(24),
        4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void whatIsNotPublicIsNotPostedTo(String address) throws Exception {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "100.63.0.1", "172.32.0.1", "192.0.3.1", "223.5.5.5", "2400:3200::1"})
  void whatIsPublicIs(String address) throws Exception {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://1.1.1.1/",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://localhost:9200/",
        "http://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "http://user:secret@1.1.1.1/",
        "http://1.1.1.1/#part",
        "//1.1.1.1/",
        "http:///nowhere",
        "not an address"
      })
  void whatLeadsIntoTheHouseIsRefused(String url) {
    assertThat(GUARD.mayBeCalled(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://1.1.1.1/hook", "https://1.1.1.1:8443/hook?a=b"})
  void whatLeadsOutsideIsTaken(String url) {
    assertThat(GUARD.mayBeCalled(url)).isTrue();
  }
}
