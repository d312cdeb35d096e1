package dev.concordat.contracts.inclusion;

import dev.concordat.model.json.JsonValue;
import java.util.List;

/// What came of asking whether every value of one schema is a value of another.
public sealed interface Inclusion {
  /// Every one is.
  record Proved() implements Inclusion {}

  /// This one is not: the first schema's validator accepts it, the second's does not.
  record Breaks(JsonValue witness) implements Inclusion {}

  /// Neither could be shown.
  ///
  /// @param reason which part is beyond what can be decided
  /// @param tried what was done all the same
  record Unknown(String reason, List<String> tried) implements Inclusion {
    public Unknown {
      tried = List.copyOf(tried);
    }
  }
}
