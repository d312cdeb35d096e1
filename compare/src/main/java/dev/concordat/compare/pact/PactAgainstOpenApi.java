package dev.concordat.compare.pact;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.HttpNeeds;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.List;

/// A pact against a provider's OpenAPI description.
public final class PactAgainstOpenApi implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof PactContract && right instanceof OpenApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var pact = (PactContract) left;
    var provider = (OpenApiContract) right;
    var judge = new HttpNeeds(provider, policies.sender());
    List<Difference> differences = new ArrayList<>();
    var counted = new Counted();
    for (HttpNeed need : PactNeeds.http(pact)) {
      List<Difference> found = judge.differences(need);
      counted.add(found);
      differences.addAll(found);
    }
    differences.addAll(
        OtherInteractions.of(pact, right, each -> each instanceof PactInteraction.HttpInteraction));
    return new Compared(differences, counted.tally());
  }
}
