package io.wenliu.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Stands in for a key in a browser: a note that names the key and says until when, signed. Nothing
/// is kept of it here, so any instance with the same secret takes it; a key that is taken away or
/// replaced takes its sessions along. Thread-safe.
@Component
class Sessions {

  private static final String SIGNATURE = "HmacSHA256";
  private static final int SECRET_BYTES = 32;

  private final AccessSettings settings;
  private final ApiKeys keys;
  private final InstantSource clock;
  private final SecretKeySpec secret;

  @Autowired
  Sessions(AccessSettings settings, ApiKeys keys) {
    this(settings, keys, InstantSource.system());
  }

  Sessions(AccessSettings settings, ApiKeys keys, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    String given = settings.sessionSecret();
    this.secret =
        new SecretKeySpec(
            given == null ? random() : given.getBytes(StandardCharsets.UTF_8), SIGNATURE);
  }

  private static byte[] random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /// A note for whoever has shown this key.
  String begin(ApiKey key) {
    String note =
        clock.instant().plus(settings.sessionLength()).getEpochSecond() + "~" + key.name();
    return note + "~" + signature(note, key);
  }

  /// The key that a note stands for; empty if it is not ours, has run out or its key is gone.
  Optional<ApiKey> read(String session) {
    String[] parts = session.split("~", -1);
    if (parts.length != 3 || !parts[0].matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    return clock.instant().isBefore(until)
        ? keys.named(parts[1])
            .filter(key -> isEqual(parts[2], signature(parts[0] + "~" + parts[1], key)))
        : Optional.empty();
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /// The key's hash is signed too: a new key by an old name is another key.
  private String signature(String note, ApiKey key) {
    try {
      Mac mac = Mac.getInstance(SIGNATURE);
      mac.init(secret);
      byte[] signed = mac.doFinal((note + "~" + key.sha256()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
