package dev.concordat.conform.coverage;

import dev.concordat.cases.OperationCase;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Overheard;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One request of each operation that does not do what an earlier run learned to do: where it is taken, that is forgotten.
public final class DoubtSource implements Source {
  private final CaseExperiments made;

  public DoubtSource(CaseExperiments made) {
    this.made = made;
  }

  @Override
  public Phase phase() {
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return made.explanations().isRecalled(operation)
        ? doubt(operation, memory).stream().iterator()
        : List.<Experiment>of().iterator();
  }

  private Optional<Experiment> doubt(HttpOperation operation, Memory memory) {
    Set<HttpRequestMessage> taught =
        made.first(operation, made.known(memory)).stream()
            .map(OperationCase::request)
            .collect(Collectors.toSet());
    return made.first(operation, new Knowledge(memory)).stream()
        .filter(plain -> !taught.contains(plain.request()))
        .findFirst()
        .map(plain -> new Overheard(made.of(plain), this::forgetWhereTaken));
  }

  private void forgetWhereTaken(Exchange exchange) {
    if (exchange.isSuccess()) {
      made.explanations().forget(exchange.trial().operation());
    }
  }
}
