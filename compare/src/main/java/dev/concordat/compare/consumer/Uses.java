package dev.concordat.compare.consumer;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.need.HttpNeed;
import dev.concordat.compare.need.HttpNeeds;
import dev.concordat.compare.need.MessageNeed;
import dev.concordat.compare.need.NeededBody;
import dev.concordat.compare.need.NeededResponse;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which operations a consumer uses.
final class Uses {
  private Uses() {}

  /// @param isComplete whether an answer of which nothing is said is one of which nothing is needed
  static List<Use> ofCalls(
      List<HttpNeed> needs, OpenApiContract provider, Policies policies, boolean isComplete) {
    var judge = new HttpNeeds(provider, policies.sender());
    List<Use> uses = new ArrayList<>();
    for (HttpNeed need : needs) {
      judge
          .operationOf(need)
          .ifPresent(
              operation ->
                  uses.add(
                      new Use(
                          operation.methodAndPath(),
                          need.request().isWhole(),
                          need.response().filter(it -> isComplete || saysBody(it)).isPresent(),
                          need.response()
                              .map(response -> Set.of(Integer.toString(response.status())))
                              .orElseGet(Set::of))));
    }
    return uses;
  }

  private static boolean saysBody(NeededResponse response) {
    return !(response.body() instanceof NeededBody.Unstated);
  }

  static List<Use> ofMessages(List<MessageNeed> needs) {
    List<Use> uses = new ArrayList<>();
    for (MessageNeed need : needs) {
      switch (need.reference()) {
        case MessageNeed.Reference.ToOperation(String id) ->
            uses.add(new Use(id, true, true, Set.of()));
        case MessageNeed.Reference.ToAddress(String address) ->
            uses.add(new Use(address, true, true, Set.of()));
        case MessageNeed.Reference.Missing() -> {}
      }
    }
    return uses;
  }

  /// A client that was generated from a contract may use all that the contract has.
  static List<Use> ofClient(OpenApiContract client) {
    return client.operations().stream()
        .map(
            operation ->
                new Use(
                    operation.methodAndPath(),
                    true,
                    true,
                    operation.responses().stream()
                        .map(ResponseSpec::status)
                        .collect(Collectors.toSet())))
        .toList();
  }
}
