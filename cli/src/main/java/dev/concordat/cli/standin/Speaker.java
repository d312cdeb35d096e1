package dev.concordat.cli.standin;

import dev.concordat.standin.StandIn;
import dev.concordat.standin.Verification;
import dev.concordat.standin.graphql.GraphQlStandIn;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.pact.PactStandIn;
import dev.concordat.standin.recorded.RecordedStandIn;

/// What is served of one file.
sealed interface Speaker {
  /// The contract's file.
  String file();

  /// When it was last held against the real provider. What nobody here holds against one and keeps, was never.
  default Verification verification() {
    return new Verification.Never();
  }

  /// The command that would say whether it is still true.
  default String proof() {
    return "concordat drift "
        + file()
        + " --against URL holds it against its provider and keeps what came of it.";
  }

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

    @Override
    public String proof() {
      return "concordat conform "
          + file()
          + " --url URL holds it against its provider and keeps what came of it.";
    }
  }

  /// An HTTP archive or a Postman collection.
  record Recorded(RecordedStandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.contract().file();
    }

    @Override
    public Verification verification() {
      return standIn.verification();
    }
  }

  /// A pact.
  record Pact(PactStandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.pact().file();
    }

    @Override
    public Verification verification() {
      return standIn.verification();
    }
  }

  /// An AsyncAPI contract. Nothing here holds it against its provider and keeps what came of it.
  record Messages(MessageStandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.contract().file();
    }

    @Override
    public String proof() {
      return "Nothing here holds an AsyncAPI contract against its provider yet.";
    }
  }

  /// A GraphQL schema.
  record GraphQl(GraphQlStandIn standIn) implements Speaker {
    @Override
    public String file() {
      return standIn.contract().file();
    }

    @Override
    public String proof() {
      return "Nothing here holds a GraphQL schema against its provider yet.";
    }
  }
}
