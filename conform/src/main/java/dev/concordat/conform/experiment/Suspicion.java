package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// What an experiment found wrong, before it is confirmed.
///
/// @param operation the id of the operation whose fault it is
/// @param pointer where in the exchange, array indices generalised to `*`
/// @param shape what else tells two faults of the same rule and place apart, and is the same in all cases of one fault: the
///     deviation's keyword, the answer's normalised error; holds no values, ids or times
/// @param isShared whether the same shape at another operation is the same fault (a schema that both use, one stack trace)
/// @param story the exchanges that show it, the last one being where it showed
/// @param consequences what else was wrong in the same answer
public record Suspicion(
    Rule rule,
    Certainty certainty,
    String operation,
    String pointer,
    String shape,
    boolean isShared,
    String message,
    String why,
    Optional<Sentence> sentence,
    Optional<Comparison> comparison,
    List<Exchange> story,
    List<String> consequences) {
  public Suspicion {
    if (story.isEmpty()) {
      throw new IllegalArgumentException("a suspicion has an exchange that shows it");
    }
    story = List.copyOf(story);
    consequences = List.copyOf(consequences);
  }

  /// What one exchange shows, at its own operation.
  public static Suspicion of(
      Rule rule,
      Certainty certainty,
      Exchange exchange,
      String pointer,
      String shape,
      String message,
      String why) {
    return new Suspicion(
        rule,
        certainty,
        exchange.trial().operation().id(),
        pointer,
        shape,
        false,
        message,
        why,
        exchange.trial().reason().sentence(),
        Optional.empty(),
        List.of(exchange),
        List.of());
  }

  /// The same, resting on a sentence of the contract.
  public Suspicion with(Sentence other) {
    return copy(isShared, Optional.of(other), comparison, story, consequences);
  }

  /// The same with what was expected and what came.
  public Suspicion with(Comparison other) {
    return copy(isShared, sentence, Optional.of(other), story, consequences);
  }

  /// The same as a fault that may show at several operations.
  public Suspicion shared() {
    return copy(true, sentence, comparison, story, consequences);
  }

  /// The same with what else was wrong in the answer.
  public Suspicion withConsequences(List<String> others) {
    return copy(isShared, sentence, comparison, story, others);
  }

  /// The same with the exchanges that led to it; the last one is where it showed.
  public Suspicion withStory(List<Exchange> exchanges) {
    return copy(isShared, sentence, comparison, exchanges, consequences);
  }

  private Suspicion copy(
      boolean shared,
      Optional<Sentence> basis,
      Optional<Comparison> compared,
      List<Exchange> exchanges,
      List<String> others) {
    return new Suspicion(
        rule, certainty, operation, pointer, shape, shared, message, why, basis, compared,
        exchanges, others);
  }

  /// Two suspicions with equal keys are one fault. Of one that may show at several operations only the last name of the pointer
  /// counts: an object alone and in a list is the same.
  public String causeKey() {
    return isShared
        ? String.join("|", rule.id(), "*", pointer.substring(pointer.lastIndexOf('/') + 1), shape)
        : String.join("|", rule.id(), operation, pointer, shape);
  }
}
