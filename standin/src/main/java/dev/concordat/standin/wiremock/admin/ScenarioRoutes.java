package dev.concordat.standin.wiremock.admin;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// `/__admin/scenarios`: the states that stubs wait for.
final class ScenarioRoutes {
  HttpResponseMessage answer(Call call) {
    Space space = call.space();
    if (call.what().equals("GET")) {
      return list(space);
    }
    if (call.what().equals("POST reset")) {
      space.scenarios().reset();
      return Replies.done();
    }
    boolean isState =
        call.request().method().equals("PUT")
            && call.rest().size() == 2
            && call.rest().getLast().equals("state");
    return isState ? set(call, Percent.decode(call.rest().getFirst())) : call.unknown("scenarios");
  }

  private static SortedSet<String> states(List<Stub.Scenario> scenario) {
    var states = new TreeSet<String>();
    for (Stub.Scenario one : scenario) {
      one.requiredState().ifPresent(states::add);
      one.newState().ifPresent(states::add);
    }
    states.add(Scenarios.STARTED);
    return states;
  }

  private static HttpResponseMessage list(Space space) {
    var all = new ArrayList<JsonValue>();
    space
        .knownScenarios()
        .forEach(
            (name, scenario) -> {
              var json = new JsonObject.Builder();
              json.add("id", new JsonString(name));
              json.add("name", new JsonString(name));
              json.add("state", new JsonString(space.scenarios().state(name)));
              json.add(
                  "possibleStates",
                  new JsonArray(
                      states(scenario).stream().<JsonValue>map(JsonString::new).toList()));
              json.add("mappings", mappings(space, name));
              all.add(json.build());
            });
    return Replies.json(new JsonObject(Map.of("scenarios", new JsonArray(all))));
  }

  private static JsonArray mappings(Space space, String scenario) {
    return new JsonArray(
        space.visibleMappings().stream()
            .filter(
                mapping ->
                    mapping
                        .scenario()
                        .map(Stub.Scenario::name)
                        .filter(scenario::equals)
                        .isPresent())
            .<JsonValue>map(Mapping::written)
            .toList());
  }

  private static HttpResponseMessage set(Call call, String name) {
    Space space = call.space();
    Optional<List<Stub.Scenario>> known = Optional.ofNullable(space.knownScenarios().get(name));
    if (known.isEmpty()) {
      return Replies.notFound("Scenario " + name + " does not exist");
    }
    Optional<String> state =
        EventJson.body(call.request()).flatMap(body -> EventJson.text(body, "state"));
    if (state.isEmpty()) {
      space.scenarios().reset(name);
      return Replies.done();
    }
    if (!states(known.get()).contains(state.get())) {
      return Replies.refused("Scenario " + name + " does not support state " + state.get());
    }
    space.scenarios().set(name, state.get());
    return Replies.done();
  }
}
