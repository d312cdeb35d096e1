package dev.concordat.conform.explain;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// Whether an operation refuses every request that keeps the contract, for what the requests say and not for who sends them
/// or what is there.
public final class AllRefused implements Experiment {
  /// From fewer requests nothing follows, unless there are no more.
  private static final int LEAST = 2;

  private final HttpOperation operation;
  private final Explanations explanations;

  public AllRefused(HttpOperation operation, Explanations explanations) {
    this.operation = operation;
    this.explanations = explanations;
  }

  @Override
  public String id() {
    return operation.id() + "/all-refused";
  }

  @Override
  public int requests() {
    return 1;
  }

  /// Sends the first that was refused once more.
  @Override
  public List<Suspicion> run(Conversation talk) {
    Optional<Exchange> before = explanations.refusedThroughout(operation, LEAST);
    if (before.isEmpty()) {
      return List.of();
    }
    Exchange again = talk.send(before.get().trial());
    if (again.status() != before.get().status()) {
      return List.of();
    }
    return List.of(
        new Suspicion(
            ConformRules.VALID_REFUSED,
            Certainty.CONTRACT,
            operation.id(),
            "status",
            "all " + again.status(),
            false,
            "all "
                + explanations.refusals(operation)
                + " requests that keep the contract were refused, "
                + again.trial().reason().what()
                + " with "
                + again.status(),
            "The contract allows these requests, and no other is known that the provider takes.",
            Optional.of(new Sentence(operation.place(), operation.sourceLine())),
            Optional.of(new Comparison("a success", Integer.toString(again.status()))),
            List.of(again),
            List.of()));
  }
}
