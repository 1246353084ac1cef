package io.wenliu.gateway.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts the requests of each caller: a bucket of tokens for each, filled evenly. Of this instance
/// alone: with three instances a caller may ask three times as often. Thread-safe.
@Component
class RateLimits {

  /// Of whom the counts are kept; who was not heard of for longest is forgotten first, and starts
  /// with a full bucket again.
  private static final int MOST_CALLERS = 10_000;

  private final LimitSettings settings;
  private final Map<String, Limited> callers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Limited> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  RateLimits(LimitSettings settings) {
    this.settings = settings;
  }

  private record Limited(int perSecond, Bucket bucket) {}

  /// Takes one request of a caller into account.
  ///
  /// @return zero if it may go on, else how long to wait
  Duration admit(Caller caller) {
    int perSecond =
        caller.equals(Caller.ANYBODY)
            ? settings.openRequestsPerSecond()
            : caller.requestsPerSecond();
    if (perSecond == 0) {
      return Duration.ZERO;
    }
    ConsumptionProbe probe = bucket(caller.name(), perSecond).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket(String name, int perSecond) {
    synchronized (callers) {
      Limited limited = callers.get(name);
      if (limited == null || limited.perSecond() != perSecond) {
        limited = new Limited(perSecond, full(perSecond));
        callers.put(name, limited);
      }
      return limited.bucket();
    }
  }

  private Bucket full(int perSecond) {
    long capacity = perSecond * settings.burst().toSeconds();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
