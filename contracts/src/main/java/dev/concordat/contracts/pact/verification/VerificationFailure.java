package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.Mismatch;
import java.util.List;

/// Why an interaction does not hold. The summaries are the words that Pact's tools use.
public sealed interface VerificationFailure {
  String summary();

  /// What is wrong in detail, a line for each thing.
  List<String> details();

  /// One part of what the provider said is not as the interaction states.
  record Differs(String summary, List<Mismatch> mismatches) implements VerificationFailure {
    public Differs {
      mismatches = List.copyOf(mismatches);
    }

    @Override
    public List<String> details() {
      return mismatches.stream()
          .map(found -> (found.path().isEmpty() ? "" : found.path() + ": ") + found.message())
          .toList();
    }
  }

  /// A provider state could not be set up, or taken down.
  record StateChangeFailed(String state, String why) implements VerificationFailure {
    @Override
    public String summary() {
      return "State change request failed";
    }

    @Override
    public List<String> details() {
      return List.of("'" + state + "': " + why);
    }
  }

  /// The provider did not answer.
  record NoAnswer(String why) implements VerificationFailure {
    @Override
    public String summary() {
      return "The provider did not answer";
    }

    @Override
    public List<String> details() {
      return List.of(why);
    }
  }

  /// Nobody here knows how to verify interactions of this type.
  record NotVerifiable(String type) implements VerificationFailure {
    @Override
    public String summary() {
      return "Interactions of type '" + type + "' cannot be verified";
    }

    @Override
    public List<String> details() {
      return List.of();
    }
  }
}
