package dev.concordat.compare.stub;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.HttpNeeds;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stubs that a consumer tests against, against the provider's OpenAPI description: would the provider take such requests,
/// and may it answer like that?
public final class StubsAgainstOpenApi implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof StubContract && right instanceof OpenApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var stubs = (StubContract) left;
    var provider = (OpenApiContract) right;
    var judge = new HttpNeeds(provider, policies.sender());
    List<Difference> differences = new ArrayList<>();
    Tally tally = Tally.NONE;
    for (Stub stub : stubs.stubs()) {
      List<Difference> found = new ArrayList<>(StubRemarks.of(stub, provider));
      Optional<HttpNeed> need = StubNeeds.of(stub, provider);
      if (need.isPresent()) {
        found.addAll(judge.differences(need.get()));
        found.addAll(StubAnswers.of(stub, need.get(), provider));
      }
      tally = tally.plus(counted(found));
      differences.addAll(found);
    }
    return new Compared(differences, tally);
  }

  private static Tally counted(List<Difference> found) {
    boolean breaks = found.stream().anyMatch(one -> one.impact() == Impact.BREAKS);
    boolean isOpen = found.stream().anyMatch(one -> one.impact() == Impact.UNKNOWN);
    if (breaks) {
      return new Tally(0, 1, 0);
    }
    return isOpen ? new Tally(0, 0, 1) : new Tally(1, 0, 0);
  }
}
