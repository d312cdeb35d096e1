package dev.concordat.compare.schema;

import dev.concordat.model.json.JsonValue;
import java.util.List;

/// Whether every value that the sender may send is taken by the receiver.
public sealed interface Verdict {
  /// Every one is.
  ///
  /// @param how in a few words: `equal meaning`, `case analysis`
  record Proved(String how) implements Verdict {}

  /// This one is not.
  ///
  /// @param witness the whole value of the position, small
  /// @param refusal what the receiver's validator says, with the pointer into the witness
  /// @param voters the validators that take the witness for the sender and refuse it for the receiver, by name; at least two
  ///     unless {@link SchemaComparison#votingLater} was asked
  record Breaks(JsonValue witness, String refusal, List<String> voters) implements Verdict {
    public Breaks {
      voters = List.copyOf(voters);
    }
  }

  /// Neither could be shown.
  ///
  /// @param reason which part is beyond what can be decided
  /// @param tried what was done all the same
  record Unknown(String reason, List<String> tried) implements Verdict {
    public Unknown {
      tried = List.copyOf(tried);
    }
  }
}
