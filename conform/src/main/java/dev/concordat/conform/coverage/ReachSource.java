package dev.concordat.conform.coverage;

import dev.concordat.cases.OperationCase;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests that should succeed, until one does: what worked in an earlier run, the documented examples, the smallest, the
/// fullest. At most a few of each operation: what else could be tried is tried later.
public final class ReachSource implements Source {
  private static final int MAX_FIRST = 4;

  private final CaseExperiments made;
  private final Function<HttpOperation, Optional<Experiment>> before;

  /// @param before what worked in an earlier run
  public ReachSource(CaseExperiments made, Function<HttpOperation, Optional<Experiment>> before) {
    this.made = made;
    this.before = before;
  }

  @Override
  public Phase phase() {
    return Phase.REACH;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return new First(operation, memory);
  }

  private final class First implements Iterator<Experiment> {
    private final HttpOperation operation;
    private final Memory memory;
    private Optional<Experiment> worked;
    private @Nullable List<OperationCase> all;
    private boolean isBegun;
    private int taken;

    First(HttpOperation operation, Memory memory) {
      this.operation = operation;
      this.memory = memory;
      this.worked = before.apply(operation);
    }

    /// Made when the turn comes, with what operations before have shown by then.
    private List<OperationCase> all() {
      List<OperationCase> known = all;
      if (known == null) {
        known = made.first(operation, made.known(memory));
        all = known;
      }
      return known;
    }

    @Override
    public boolean hasNext() {
      boolean isReached = isBegun && memory.lastSuccess(operation).isPresent();
      return !isReached && (worked.isPresent() || (taken < MAX_FIRST && taken < all().size()));
    }

    @Override
    public Experiment next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isBegun = true;
      if (worked.isPresent()) {
        Experiment first = worked.get();
        worked = Optional.empty();
        return first;
      }
      return made.of(all().get(taken++));
    }
  }
}
