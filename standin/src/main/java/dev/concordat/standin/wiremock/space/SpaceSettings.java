package dev.concordat.standin.wiremock.space;

import java.time.Clock;

/// How a server of mappings behaves.
///
/// @param seed all random values come from it
/// @param clock what `now` is, in patterns, templates and the journal
/// @param journalLimit how many requests are kept for each test
/// @param isEverythingTemplated whether also responses are templates that do not ask for it
/// @param allowsProxyAnywhere whether stubs may proxy to other machines
public record SpaceSettings(
    long seed,
    Clock clock,
    int journalLimit,
    boolean isEverythingTemplated,
    boolean allowsProxyAnywhere) {
  /// How many requests are kept unless told otherwise.
  public static final int DEFAULT_JOURNAL = 10_000;

  /// What a server does that is not told otherwise.
  public static final SpaceSettings DEFAULT =
      new SpaceSettings(1, Clock.systemUTC(), DEFAULT_JOURNAL, false, false);
}
