package io.wenliu.index.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far this instance's rebuild is.
///
/// @param messages written into the new indices so far
/// @param refused how many of them the index can never take, now as before
/// @param startedAt null before the first
/// @param finishedAt null while it goes on
public record RebuildStatus(
    State state,
    long messages,
    long refused,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  static final RebuildStatus NONE = new RebuildStatus(State.IDLE, 0, 0, null, null);

  /// What it is at.
  public enum State {
    /// None has been asked for since this instance started.
    @JsonProperty("idle")
    IDLE,
    /// The topics are read from their start.
    @JsonProperty("filling")
    FILLING,
    /// What came meanwhile is read; for the last of it, writes wait.
    @JsonProperty("taking-over")
    TAKING_OVER,
    /// Something is away; it goes on by itself.
    @JsonProperty("waiting")
    WAITING,
    /// Searches and writes go to the new indices.
    @JsonProperty("done")
    DONE
  }

  boolean isUnderWay() {
    return state == State.FILLING || state == State.TAKING_OVER || state == State.WAITING;
  }

  RebuildStatus in(State next) {
    return new RebuildStatus(next, messages, refused, startedAt, finishedAt);
  }

  RebuildStatus plus(int written, int refusedOfThem) {
    return new RebuildStatus(
        state, messages + written, refused + refusedOfThem, startedAt, finishedAt);
  }

  RebuildStatus done(Instant now) {
    return new RebuildStatus(State.DONE, messages, refused, startedAt, now);
  }
}
