package dev.concordat.drift.lie;

import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// One thing that a mock says and that is not so.
///
/// @param pointer as in {@link DriftFinding}
/// @param truth what is so, in a few words
/// @param said what the mock says
/// @param isOfRequest whether the mock's request is what is wrong
public record Lie(
    Rule rule,
    String pointer,
    String message,
    String truth,
    String said,
    Ground ground,
    Optional<Sentence> contract,
    List<Shown> evidence,
    Correction correction,
    boolean isOfRequest) {
  public Lie {
    evidence = List.copyOf(evidence);
  }

  /// A lie in an answer that answers of the provider show.
  public static Lie observed(
      Rule rule,
      String pointer,
      String message,
      String truth,
      String said,
      Ground ground,
      Correction correction) {
    return new Lie(
        rule,
        pointer,
        message,
        truth,
        said,
        ground,
        Optional.empty(),
        List.of(),
        correction,
        false);
  }

  /// The same with exchanges that show it.
  public Lie withEvidence(List<Shown> shown) {
    return new Lie(
        rule, pointer, message, truth, said, ground, contract, shown, correction, isOfRequest);
  }

  /// The same with another correction.
  public Lie withCorrection(Correction other) {
    return new Lie(
        rule, pointer, message, truth, said, ground, contract, evidence, other, isOfRequest);
  }

  /// The finding that tells it.
  ///
  /// @param grounds what it rests on, this lie's own ground among them
  public DriftFinding finding(
      String subject, String operation, Sentence place, List<Ground> grounds, List<Shown> shown) {
    return new DriftFinding(
        rule,
        subject,
        operation,
        pointer,
        message,
        place,
        contract,
        Optional.of(new Comparison(truth, said)),
        grounds,
        shown);
  }
}
