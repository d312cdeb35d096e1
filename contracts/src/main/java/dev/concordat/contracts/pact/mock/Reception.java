package dev.concordat.contracts.pact.mock;

import dev.concordat.contracts.pact.Mismatch;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.List;
import java.util.stream.Collectors;

/// A request that a mock received, and what it made of it.
public sealed interface Reception {
  HttpRequestMessage request();

  /// The request of an interaction.
  record Expected(HttpRequestMessage request, HttpInteraction interaction) implements Reception {}

  /// Nearly the request of an interaction: method and path are right, something else is not.
  record Differing(
      HttpRequestMessage request, HttpInteraction interaction, List<Mismatch> mismatches)
      implements Reception {
    public Differing {
      mismatches = List.copyOf(mismatches);
    }
  }

  /// A request to a method and path that no interaction has.
  record Unexpected(HttpRequestMessage request) implements Reception {}

  /// What is wrong, for people; empty when nothing is.
  default String told() {
    String line = request().method() + " " + request().target();
    return switch (this) {
      case Expected ignored -> "";
      case Differing(HttpRequestMessage ignored, HttpInteraction near, List<Mismatch> found) ->
          line
              + " differs from '"
              + near.description()
              + "': "
              + found.stream().map(Mismatch::message).collect(Collectors.joining("; "));
      case Unexpected ignored -> line + " is the request of no interaction";
    };
  }
}
