package dev.concordat.cli.standin;

import dev.concordat.standin.StandIn;
import dev.concordat.standin.Verification;
import dev.concordat.standin.pact.PactStandIn;

/// What is served of one file.
sealed interface Speaker {
  /// The contract's file.
  String file();

  Verification verification();

  /// An OpenAPI contract.
  record OpenApi(StandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.contract().file();
    }

    @Override
    public Verification verification() {
      return standIn.verification();
    }
  }

  /// A pact. Nothing here holds pacts against providers and keeps what came of it.
  record Pact(PactStandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.pact().file();
    }

    @Override
    public Verification verification() {
      return new Verification.Never();
    }
  }
}
