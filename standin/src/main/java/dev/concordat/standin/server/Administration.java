package dev.concordat.standin.server;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.refusal.Problem;
import dev.concordat.standin.service.Memory;
import dev.concordat.standin.wish.Rule;
import dev.concordat.standin.wish.RuleText;
import dev.concordat.standin.wish.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The paths by which tests inspect, seed and reset what stand-ins remember, and make rules.
final class Administration {
  /// What stands below the prefix.
  static final List<String> NAMES = List.of("state", "rules", "contracts");

  private static final int OK = 200;

  private final String prefix;
  private final List<StandIn> standIns;

  Administration(String prefix, List<StandIn> standIns) {
    this.prefix = prefix;
    this.standIns = List.copyOf(standIns);
  }

  String prefix() {
    return prefix;
  }

  /// The answer to a request that is meant for it; nothing for others.
  Optional<HttpResponseMessage> answer(HttpRequestMessage request) {
    if (!request.path().startsWith(prefix + "/")) {
      return Optional.empty();
    }
    String what = request.method() + " " + request.path().substring(prefix.length() + 1);
    return Optional.of(
        switch (what) {
          case "GET state" -> answer(OK, state());
          case "DELETE state" -> reset();
          case "PUT state" -> seed(request);
          case "GET rules" -> answer(OK, rules());
          case "POST rules" -> addRule(request);
          case "DELETE rules" -> clearRules();
          case "GET contracts" -> answer(OK, contracts());
          default ->
              problem(
                  404,
                  "there is no '"
                      + what
                      + "': GET, PUT, DELETE state; GET, POST, DELETE rules; GET contracts");
        });
  }

  private JsonValue state() {
    Map<String, JsonValue> scopes = new LinkedHashMap<>();
    for (StandIn standIn : standIns) {
      scopes.putAll(standIn.withMemory(StoredState::json).members());
    }
    return new JsonObject(scopes);
  }

  private HttpResponseMessage reset() {
    for (StandIn standIn : standIns) {
      standIn.withMemory(
          memory -> {
            memory.reset();
            return memory;
          });
    }
    return answer(OK, state());
  }

  /// What the body names is there afterwards, beside what was there.
  private HttpResponseMessage seed(HttpRequestMessage request) {
    if (!(parsed(request).orElse(null) instanceof JsonObject body)) {
      return problem(
          400, "the body is no JSON object, such as {\"/orders\": {\"7\": {\"total\": 3}}}");
    }
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonValue> scope : body.members().entrySet()) {
      boolean isPut =
          standIns.stream()
              .anyMatch(
                  standIn ->
                      standIn.withMemory(
                          (Memory memory) ->
                              StoredState.put(memory, scope.getKey(), scope.getValue())));
      if (!isPut) {
        unknown.add(scope.getKey());
      }
    }
    return unknown.isEmpty()
        ? answer(OK, state())
        : problem(
            400, "no resource has the path " + unknown + ", or its value is no object of objects");
  }

  private JsonValue rules() {
    List<JsonValue> all = new ArrayList<>();
    for (StandIn standIn : standIns) {
      standIn.withRules(Rules::all).forEach(rule -> all.add(RuleText.write(rule)));
    }
    return new JsonArray(all);
  }

  private HttpResponseMessage addRule(HttpRequestMessage request) {
    if (!(parsed(request).orElse(null) instanceof JsonObject body)) {
      return problem(
          400,
          "the body is no JSON object, such as {\"operation\": \"getOrder\", \"code\": 503, \"times\": 2}");
    }
    Rule rule;
    try {
      rule = RuleText.read(body);
    } catch (IllegalArgumentException wrong) {
      return problem(400, Objects.requireNonNullElse(wrong.getMessage(), "no rule"));
    }
    List<StandIn> meant = new ArrayList<>();
    for (StandIn standIn : standIns) {
      var operations = standIn.contract().operations();
      Optional<HttpOperation> operation = Rules.named(rule.operation(), operations);
      if (operation.isPresent() && isForbidden(rule, operation.get())) {
        return problem(
            400,
            "the contract forbids this rule: "
                + operation.get().methodAndPath()
                + " documents no "
                + rule.wish().code().orElseThrow()
                + " ("
                + operation.get().place().shortForm()
                + ")");
      }
      boolean isForAll =
          rule.operation().equals(Rule.ALL)
              && operations.stream().anyMatch(each -> !isForbidden(rule, each));
      if (isForAll || operation.isPresent()) {
        meant.add(standIn);
      }
    }
    if (meant.isEmpty()) {
      return problem(
          400,
          rule.operation().equals(Rule.ALL)
              ? "no operation documents this status"
              : "no contract has the operation '" + rule.operation() + "'");
    }
    boolean isAdded =
        meant.stream().allMatch(standIn -> standIn.withRules(rules -> rules.add(rule)));
    return isAdded ? answer(201, RuleText.write(rule)) : problem(400, "there are too many rules");
  }

  private static boolean isForbidden(Rule rule, HttpOperation operation) {
    return rule.wish().code().isPresent()
        && operation.response(rule.wish().code().getAsInt()).isEmpty();
  }

  private HttpResponseMessage clearRules() {
    for (StandIn standIn : standIns) {
      standIn.withRules(
          rules -> {
            rules.clear();
            return rules;
          });
    }
    return answer(OK, rules());
  }

  private JsonValue contracts() {
    List<JsonValue> all = new ArrayList<>();
    for (StandIn standIn : standIns) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("file", new JsonString(standIn.contract().file()));
      members.put("title", new JsonString(standIn.contract().title()));
      members.put("version", new JsonString(standIn.contract().version()));
      members.put("seed", JsonNumber.of(standIn.settings().seed()));
      Map<String, JsonValue> operations = new LinkedHashMap<>();
      for (HttpOperation operation : standIn.contract().operations()) {
        var plan = standIn.resources().plan(operation);
        operations.put(
            operation.methodAndPath(),
            new JsonString(plan.role() + plan.resource().map(it -> " " + it.path()).orElse("")));
      }
      members.put("operations", new JsonObject(operations));
      all.add(new JsonObject(members));
    }
    return new JsonArray(all);
  }

  private static Optional<JsonValue> parsed(HttpRequestMessage request) {
    return JsonParser.parse(request.body().utf8()).value();
  }

  private static HttpResponseMessage answer(int status, JsonValue body) {
    return new HttpResponseMessage(
        status,
        List.of(new Header("Content-Type", "application/json")),
        Bytes.utf8(JsonText.pretty(body) + "\n"));
  }

  private static HttpResponseMessage problem(int status, String detail) {
    return new Problem(status, detail).response();
  }
}
