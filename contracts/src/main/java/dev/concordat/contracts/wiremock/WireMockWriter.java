package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.stub.Stub;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Writes stubs as WireMock mappings. What mappings cannot say is left out and named.
public final class WireMockWriter {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int MAX_RAISE = 1_000_000_000;

  private final List<Problem> lost = new ArrayList<>();

  private final int raise;

  private WireMockWriter(int raise) {
    this.raise = raise;
  }

  /// Mappings as text.
  ///
  /// @param lost a warning at the place of each sentence that mappings cannot say
  public record Mappings(String text, List<Problem> lost) {
    public Mappings {
      lost = List.copyOf(lost);
    }
  }

  /// All stubs as one file, in their order.
  public static Mappings write(List<Stub> stubs) {
    // Priorities begin with 1; where other tools go below, all are raised alike, which keeps their
    // order.
    int lowest = stubs.stream().mapToInt(Stub::priority).min().orElse(1);
    var writer = new WireMockWriter(Math.max(0, 1 - Math.max(lowest, -MAX_RAISE)));
    List<JsonValue> mappings =
        stubs.stream().flatMap(stub -> writer.mappings(stub).stream()).toList();
    var file = new JsonObject(Map.of("mappings", new JsonArray(mappings)));
    return new Mappings(JsonText.pretty(file) + "\n", writer.lost);
  }

  /// WireMock answers with one response; a stub that answers in turn becomes a scenario with a state for each turn.
  private List<JsonValue> mappings(Stub stub) {
    int turns = stub.responses().size();
    if (turns == 0) {
      lose(stub, "a request without a response");
      return List.of();
    }
    if (turns == 1) {
      return List.of(mapping(stub, 0, stub.scenarios()));
    }
    if (!stub.scenarios().isEmpty()) {
      lose(stub, "both a scenario and several responses");
    }
    var mappings = new ArrayList<JsonValue>();
    for (int turn = 0; turn < turns; turn++) {
      var state =
          new Stub.Scenario(
              "turns of " + stub.title() + " at " + stub.place(),
              Optional.of(state(turn)),
              Optional.of(state((turn + 1) % turns)));
      mappings.add(mapping(stub, turn, List.of(state)));
    }
    return mappings;
  }

  /// WireMock's scenarios begin in the state `Started`.
  private static String state(int turn) {
    return turn == 0 ? "Started" : "turn " + (turn + 1);
  }

  private JsonValue mapping(Stub stub, int turn, List<Stub.Scenario> scenarios) {
    var members = new LinkedHashMap<String, JsonValue>();
    if (UUID_TEXT.matcher(stub.id()).matches()) {
      String id =
          turn == 0
              ? stub.id()
              : UUID.nameUUIDFromBytes((stub.id() + turn).getBytes(StandardCharsets.UTF_8))
                  .toString();
      members.put("id", new JsonString(id));
    }
    if (!stub.name().isEmpty()) {
      members.put("name", new JsonString(stub.name()));
    }
    long priority = Math.clamp((long) stub.priority() + raise, 1, Integer.MAX_VALUE);
    if (priority != Stub.DEFAULT_PRIORITY) {
      members.put("priority", JsonNumber.of(priority));
    }
    scenarios.stream().limit(1).forEach(scenario -> put(members, scenario));
    scenarios.stream().skip(1).forEach(more -> lose(stub, "a second state, " + more.name()));
    members.put("request", new RequestWriter(lost).write(stub.request()));
    members.put("response", new ResponseWriter(lost).write(stub.responses().get(turn)));
    return new JsonObject(members);
  }

  private static void put(Map<String, JsonValue> members, Stub.Scenario scenario) {
    members.put("scenarioName", new JsonString(scenario.name()));
    scenario
        .requiredState()
        .ifPresent(state -> members.put("requiredScenarioState", new JsonString(state)));
    scenario.newState().ifPresent(state -> members.put("newScenarioState", new JsonString(state)));
  }

  private void lose(Stub stub, String what) {
    lost.add(Lost.of(stub.place(), what));
  }
}
