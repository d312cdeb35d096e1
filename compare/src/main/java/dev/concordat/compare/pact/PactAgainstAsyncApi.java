package dev.concordat.compare.pact;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.need.MessageNeed;
import dev.concordat.compare.need.MessageNeeds;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.List;

/// A pact's messages against a provider's AsyncAPI document.
public final class PactAgainstAsyncApi implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof PactContract && right instanceof AsyncApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var pact = (PactContract) left;
    var judge = new MessageNeeds((AsyncApiContract) right, policies.sender());
    List<Difference> differences = new ArrayList<>();
    var counted = new Counted();
    for (MessageNeed need : PactMessageNeeds.of(pact)) {
      differences.addAll(counted.add(judge.differences(need)));
    }
    differences.addAll(
        OtherInteractions.of(
            pact, right, each -> !(each instanceof PactInteraction.HttpInteraction)));
    return new Compared(differences, counted.tally());
  }
}
