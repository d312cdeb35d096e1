package dev.concordat.model.run;

import dev.concordat.model.place.Place;
import java.time.Duration;
import java.util.List;

/// A case that was run, or skipped.
///
/// @param id stable for the same contracts and seed: `orders.placeOrder#12`, `flow:checkout.flow.yaml#1`
/// @param name what a person calls it: `placeOrder with qty above its maximum`
/// @param group the operation's system or the flow's file, for grouping in reports
/// @param place the sentence of the contract or flow that it comes from
/// @param reason why it is tried, or why it was skipped
/// @param tags such as `critical`
/// @param steps what happened, in order, in words
public record CaseResult(
    String id,
    String name,
    String group,
    Kind kind,
    Place place,
    Outcome outcome,
    String reason,
    Duration duration,
    List<String> tags,
    List<Step> steps) {
  /// Where a case comes from.
  public enum Kind {
    CONTRACT,
    FLOW,
    /// Experiments with a link.
    LINK
  }

  /// How a case ended.
  public enum Outcome {
    HELD,
    BROKE,
    /// Environment, data or Concordat itself failed; nobody's contract is blamed.
    ERROR,
    SKIPPED
  }

  /// One step of a case.
  ///
  /// @param detail what was seen
  public record Step(String name, Outcome outcome, String detail) {}

  public CaseResult {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
  }
}
