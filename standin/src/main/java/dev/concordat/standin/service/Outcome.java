package dev.concordat.standin.service;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.refusal.Refusal;
import java.util.Optional;

/// What came of a request.
public sealed interface Outcome {
  /// An answer.
  ///
  /// @param version of the one thing that it is about; equal as long as the thing is
  record Answered(HttpResponseMessage response, Optional<String> version) implements Outcome {
    public Answered(HttpResponseMessage response) {
      this(response, Optional.empty());
    }
  }

  /// A refusal that is still to be written.
  record Refused(Refusal refusal) implements Outcome {}
}
