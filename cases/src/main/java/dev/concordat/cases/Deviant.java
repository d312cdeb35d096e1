package dev.concordat.cases;

import dev.concordat.model.exchange.HttpRequestMessage;

/// A request that deviates in one thing, before it is made. Making it later lets it stand on what is known by then.
///
/// @param outcome what must come of it
/// @param maker makes the request, or says why there is none
record Deviant(Flaw flaw, Outcome outcome, Maker maker) {

  /// Makes a request.
  @FunctionalInterface
  interface Maker {
    Made make();
  }

  /// What came of making it.
  sealed interface Made permits Request, Skipped, Nothing {}

  /// A request that breaks what it should, as the provider reads it.
  record Request(Title title, HttpRequestMessage request) implements Made {}

  /// No request breaks only this.
  record Skipped(Title title, String reason) implements Made {}

  /// There is nothing to break after all.
  record Nothing() implements Made {}
}
