package dev.concordat.compare.consumer;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.HttpNeeds;
import dev.concordat.compare.need.MessageNeeds;
import dev.concordat.compare.pact.PactAgainstGraphQl;
import dev.concordat.compare.pact.PactMessageNeeds;
import dev.concordat.compare.pact.PactNeeds;
import dev.concordat.compare.stub.StubNeeds;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one document of a consumer tells, compared with a provider's contract part by part.
interface Testimony {
  /// What of it the provider's contract does not meet; empty where the two cannot be compared.
  Optional<List<Difference>> against(Contract provider);

  /// What of the provider it uses.
  List<Use> uses(Contract provider);

  static Testimony of(Contract contract, Policies policies) {
    return switch (contract) {
      case PactContract pact -> new OfPact(pact, policies);
      case StubContract stubs -> new OfStubs(stubs, policies);
      default -> new OfOther(contract, policies);
    };
  }

  /// A pact.
  record OfPact(PactContract pact, Policies policies) implements Testimony {
    @Override
    public Optional<List<Difference>> against(Contract provider) {
      return switch (provider) {
        case OpenApiContract openApi -> Optional.of(calls(PactNeeds.http(pact), openApi, policies));
        case AsyncApiContract asyncApi -> Optional.of(messages(asyncApi));
        case GraphQlSchemaContract graphQl ->
            Optional.of(PactAgainstGraphQl.detailed(pact, graphQl));
        default -> new OfOther(pact, policies).against(provider);
      };
    }

    private List<Difference> messages(AsyncApiContract provider) {
      MessageNeeds judge = new MessageNeeds(provider, policies.sender()).detailed();
      return PactMessageNeeds.of(pact).stream()
          .flatMap(need -> judge.differences(need).stream())
          .toList();
    }

    @Override
    public List<Use> uses(Contract provider) {
      return switch (provider) {
        case OpenApiContract openApi -> Uses.ofCalls(PactNeeds.http(pact), openApi, policies, true);
        case AsyncApiContract asyncApi -> Uses.ofMessages(PactMessageNeeds.of(pact));
        default -> List.of();
      };
    }
  }

  /// Stubs, or recorded traffic.
  record OfStubs(StubContract stubs, Policies policies) implements Testimony {
    @Override
    public Optional<List<Difference>> against(Contract provider) {
      return provider instanceof OpenApiContract openApi
          ? Optional.of(calls(needs(openApi), openApi, policies))
          : Optional.empty();
    }

    /// What was answered once says nothing of what is read of it.
    private List<HttpNeed> needs(OpenApiContract provider) {
      boolean isTraffic = stubs.kind() == ContractKind.HAR;
      return StubNeeds.of(stubs, provider).stream()
          .map(need -> isTraffic ? need.withoutResponse() : need)
          .toList();
    }

    @Override
    public List<Use> uses(Contract provider) {
      return provider instanceof OpenApiContract openApi
          ? Uses.ofCalls(needs(openApi), openApi, policies, false)
          : List.of();
    }
  }

  /// Anything else that can be compared.
  record OfOther(Contract contract, Policies policies) implements Testimony {
    @Override
    public Optional<List<Difference>> against(Contract provider) {
      return new Comparer(policies).agree(contract, provider).map(ContractComparison::differences);
    }

    @Override
    public List<Use> uses(Contract provider) {
      return contract instanceof OpenApiContract client && provider instanceof OpenApiContract
          ? Uses.ofClient(client)
          : List.of();
    }
  }

  private static List<Difference> calls(
      List<HttpNeed> needs, OpenApiContract provider, Policies policies) {
    var judge = new HttpNeeds(provider, policies.sender());
    List<Difference> all = new ArrayList<>();
    needs.forEach(need -> all.addAll(judge.detailed(need)));
    return all;
  }
}
