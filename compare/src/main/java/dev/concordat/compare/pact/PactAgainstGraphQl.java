package dev.concordat.compare.pact;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A pact whose interactions carry GraphQL against a provider's schema.
public final class PactAgainstGraphQl implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof PactContract && right instanceof GraphQlSchemaContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    return compare((PactContract) left, (GraphQlSchemaContract) right, false);
  }

  /// All differences, each part of an answer that may be other than it is needed by itself.
  public static List<Difference> detailed(PactContract pact, GraphQlSchemaContract provider) {
    return compare(pact, provider, true).differences();
  }

  private static Compared compare(
      PactContract pact, GraphQlSchemaContract provider, boolean isDetailed) {
    var judging = new GraphQlJudging(provider, isDetailed);
    List<Difference> differences = new ArrayList<>();
    Set<HttpInteraction> calls = new HashSet<>();
    var counted = new Counted();
    for (HttpInteraction interaction : pact.httpInteractions()) {
      Optional<GraphQlCall> call = GraphQlCall.of(pact.file(), interaction);
      if (call.isPresent()) {
        calls.add(interaction);
        differences.addAll(counted.add(judging.differences(call.get())));
      }
    }
    differences.addAll(
        OtherInteractions.of(
            pact, provider, each -> each instanceof HttpInteraction http && calls.contains(http)));
    return new Compared(differences, counted.tally());
  }
}
