package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.broker.BrokeredPact;
import dev.concordat.contracts.pact.broker.PactStanding;
import java.util.List;
import java.util.Optional;

/// A pact that is to be verified.
///
/// @param source where it comes from; empty for a file
record Offered(PactContract pact, Optional<BrokeredPact> source) {
  private static final PactStanding OF_A_FILE = new PactStanding(false, false, "", List.of());

  PactStanding standing() {
    return source.map(BrokeredPact::standing).orElse(OF_A_FILE);
  }

  /// Only what has a text in its description.
  Offered only(String text) {
    PactContract less =
        new PactContract(
            pact.file(),
            pact.consumer(),
            pact.provider(),
            pact.pactVersion(),
            pact.interactions().stream().filter(it -> it.description().contains(text)).toList(),
            pact.plugins(),
            pact.metadata(),
            pact.problems());
    return new Offered(less, source);
  }
}
