package dev.concordat.standin.message;

import dev.concordat.contracts.breach.Breach;
import java.util.List;

/// What came of an order.
public sealed interface Production {
  /// A message.
  record Made(Draft draft) implements Production {}

  /// None.
  ///
  /// @param reason a sentence for people
  /// @param breaches what the contract forbids of the message that was asked for
  record Refused(String reason, List<Breach> breaches) implements Production {
    public Refused {
      breaches = List.copyOf(breaches);
    }

    Refused(String reason) {
      this(reason, List.of());
    }
  }
}
