package io.wenliu.kafka.claims;

import io.wenliu.contract.Claim;

/// The claim store has no content for a claim, or not the content it names.
public class UnreadableClaimException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableClaimException(Claim claim, String what) {
    super("claim " + claim.sha256() + ": " + what);
  }
}
