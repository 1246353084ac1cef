package io.wenliu.testkit;

import java.time.Duration;

/// How a network can behave between a client and a server; see [FaultProxy].
public sealed interface NetworkFault {

  /// As it should: bytes go through at once.
  NetworkFault NONE = new None();

  /// Nothing goes through, nothing is closed; bytes wait and arrive when the fault ends.
  NetworkFault STALL = new Stall();

  /// Connections are reset (TCP RST), those that stand and those that are opened meanwhile.
  NetworkFault RESET = new Reset();

  /// The far side of every connection is gone and nobody tells: what the client sends is swallowed,
  /// also after the fault, until the client itself gives the connection up.
  NetworkFault HALF_OPEN = new HalfOpen();

  /// Every read is passed on so much later.
  static NetworkFault latency(Duration delay) {
    return new Latency(delay);
  }

  /// See [#NONE].
  record None() implements NetworkFault {}

  /// See [#latency(Duration)].
  record Latency(Duration delay) implements NetworkFault {}

  /// See [#STALL].
  record Stall() implements NetworkFault {}

  /// See [#RESET].
  record Reset() implements NetworkFault {}

  /// See [#HALF_OPEN].
  record HalfOpen() implements NetworkFault {}
}
