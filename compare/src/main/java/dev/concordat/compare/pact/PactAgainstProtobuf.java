package dev.concordat.compare.pact;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.protobuf.PluginContent;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A pact that Pact's protobuf plugin wrote against a provider's `.proto` files: what the consumer's bytes say to the
/// provider, and the provider's to the consumer.
public final class PactAgainstProtobuf implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof PactContract && right instanceof ProtobufContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var pact = (PactContract) left;
    var judging = new ProtobufJudging((ProtobufContract) right);
    List<Difference> differences = new ArrayList<>();
    Set<PactInteraction> compared = new HashSet<>();
    var counted = new Counted();
    for (PluginContent.Interaction interaction : PluginContent.of(pact).interactions()) {
      compared.add(interaction.source());
      differences.addAll(counted.add(judging.differences(interaction)));
    }
    differences.addAll(OtherInteractions.of(pact, right, compared::contains));
    return new Compared(differences, counted.tally());
  }
}
