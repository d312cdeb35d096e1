package dev.concordat.drift.mock;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.stub.Stub;

/// What a mock answers to, in the words of its format.
public sealed interface Asked {
  /// The request of a stub.
  record OfStub(Stub stub) implements Asked {}

  /// The request of a pact's interaction.
  record OfPact(PactContract pact, HttpInteraction interaction) implements Asked {}

  /// Something that is not asked over HTTP.
  record Otherwise(String what) implements Asked {}
}
