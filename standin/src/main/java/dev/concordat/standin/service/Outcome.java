package dev.concordat.standin.service;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.refusal.Refusal;

/// What came of a request.
public sealed interface Outcome {
  /// An answer.
  record Answered(HttpResponseMessage response) implements Outcome {}

  /// A refusal that is still to be written.
  record Refused(Refusal refusal) implements Outcome {}
}
