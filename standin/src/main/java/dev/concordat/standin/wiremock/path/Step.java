package dev.concordat.standin.wiremock.path;

import java.util.List;
import java.util.Optional;

/// One step of a path.
sealed interface Step {
  /// Whether the step leads to one value at most.
  default boolean isDefinite() {
    return false;
  }

  /// `.name`, `['name']`, and several names.
  record Members(List<String> names) implements Step {
    public Members {
      names = List.copyOf(names);
    }

    @Override
    public boolean isDefinite() {
      return true;
    }
  }

  /// `.*`
  record All() implements Step {}

  /// `[0]`, `[-1]`, and several indexes.
  record Items(List<Integer> indexes) implements Step {
    public Items {
      indexes = List.copyOf(indexes);
    }

    @Override
    public boolean isDefinite() {
      return indexes.size() == 1;
    }
  }

  /// `[from:to]`
  record Slice(Optional<Integer> from, Optional<Integer> to) implements Step {}

  /// `[?(…)]`
  record Matching(Filter filter) implements Step {}

  /// `..` before another step.
  record Deep(Step step) implements Step {}

  /// `.length()`
  record Call(String name, List<Operand> arguments) implements Step {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean isDefinite() {
      return true;
    }
  }
}
