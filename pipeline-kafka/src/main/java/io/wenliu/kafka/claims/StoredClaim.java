package io.wenliu.kafka.claims;

import io.wenliu.contract.Claim;
import java.time.Instant;

/// Content that a claim store has.
///
/// @param lastKept when somebody last asked the store to keep it
public record StoredClaim(Claim claim, Instant lastKept) {}
