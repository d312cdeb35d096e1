package dev.concordat.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until it is moved.
public final class MovingClock extends Clock {
  private Instant now;

  public MovingClock() {
    this(Instant.parse("2026-11-29T10:00:00Z"));
  }

  /// @param now where it stands first
  public MovingClock(Instant now) {
    this.now = now;
  }

  /// Moves it forward.
  public void move(Duration by) {
    now = now.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
