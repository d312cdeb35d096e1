package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The states that consumers need a provider to be in.
final class ProviderStateRoutes {
  private static final String ALL = "/pacts/provider/{provider}/provider-states";

  private ProviderStateRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            ALL,
            desk.reading(
                request ->
                    request.system(
                        "provider",
                        it -> states(request, publications(request).allOfMainBranches(it.id()))))),
        Route.get(
            ALL + "/branch/{branch}",
            desk.reading(
                request ->
                    request.system(
                        "provider",
                        it ->
                            states(
                                request,
                                publications(request)
                                    .allOfBranch(it.id(), request.part("branch")))))),
        Route.get(
            ALL + "/environment/{environment}",
            desk.reading(
                request ->
                    request.system(
                        "provider",
                        provider ->
                            request.environment(it -> running(request, provider, it.id()))))));
  }

  private static Publications publications(Request request) {
    return new Publications(request.handle());
  }

  private static Answer running(Request request, SystemRow provider, long environmentId) {
    return answer(request, publications(request).running(provider.id(), environmentId));
  }

  /// Of the newest pact of each consumer.
  private static Answer states(Request request, List<PactRow> pacts) {
    Map<Long, PactRow> newest = new LinkedHashMap<>();
    pacts.forEach(
        pact ->
            newest.merge(
                pact.consumerId(),
                pact,
                (one, two) -> one.versionId() > two.versionId() ? one : two));
    return answer(request, List.copyOf(newest.values()));
  }

  private static Answer answer(Request request, List<PactRow> pacts) {
    Map<String, Set<String>> consumers = new TreeMap<>();
    for (PactRow pact : pacts) {
      for (JsonObject interaction :
          new ContractStore(request.handle()).content(pact).interactions()) {
        for (String state : states(interaction)) {
          consumers.computeIfAbsent(state, _ -> new LinkedHashSet<>()).add(pact.consumer());
        }
      }
    }
    List<JsonObject> states = new ArrayList<>();
    consumers.forEach(
        (name, users) ->
            states.add(
                new Hal()
                    .put("name", name)
                    .put("consumers", Hal.texts(List.copyOf(users)))
                    .json()));
    return Answer.hal(200, JsonObject.EMPTY.with("providerStates", Hal.array(states)));
  }

  /// As clients of all ages write them.
  private static List<String> states(JsonObject interaction) {
    List<String> states = new ArrayList<>();
    if (interaction.member("providerStates").orElse(JsonObject.EMPTY)
        instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonObject state) {
          Request.text(state, "name").ifPresent(states::add);
        } else if (item instanceof JsonString(String name)) {
          states.add(name);
        }
      }
    }
    Request.text(interaction, "providerState")
        .or(() -> Request.text(interaction, "provider_state"))
        .filter(name -> !name.isEmpty())
        .ifPresent(states::add);
    return states;
  }
}
