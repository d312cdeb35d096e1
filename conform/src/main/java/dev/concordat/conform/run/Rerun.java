package dev.concordat.conform.run;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.wire.caller.Caller;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// One experiment by itself, after the operations have worked that make what it needs.
public final class Rerun {
  private final Shared shared;
  private final Supplier<Caller> connections;

  public Rerun(Shared shared, Supplier<Caller> connections) {
    this.shared = shared;
    this.connections = connections;
  }

  /// Does it.
  ///
  /// @param needed what must have worked before, in its order
  /// @param reach makes the requests for that
  /// @return everything that looked wrong in the experiment
  public List<Suspicion> of(Experiment experiment, List<HttpOperation> needed, Source reach) {
    try (var talk = new Talk(shared, new Line(connections.get(), shared.limits().answer()))) {
      for (HttpOperation operation : needed) {
        Iterator<Experiment> first = reach.about(operation, shared.memory());
        while (first.hasNext() && !shared.ledger().hasSucceeded(operation)) {
          first.next().run(talk);
        }
      }
      return experiment.run(talk);
    }
  }
}
