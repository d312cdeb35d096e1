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
import dev.concordat.standin.service.Memory;
import dev.concordat.standin.wish.Rule;
import dev.concordat.standin.wish.Rules;
import dev.concordat.standin.wish.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
      standIn.withRules(Rules::all).forEach(rule -> all.add(json(rule)));
    }
    return new JsonArray(all);
  }

  private static JsonValue json(Rule rule) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("operation", new JsonString(rule.operation()));
    if (rule.wish().code().isPresent()) {
      members.put("code", JsonNumber.of(rule.wish().code().getAsInt()));
    }
    rule.wish().example().ifPresent(name -> members.put("example", new JsonString(name)));
    members.put("times", JsonNumber.of(rule.times()));
    return new JsonObject(members);
  }

  private HttpResponseMessage addRule(HttpRequestMessage request) {
    if (!(parsed(request).orElse(null) instanceof JsonObject body)) {
      return problem(
          400,
          "the body is no JSON object, such as {\"operation\": \"getOrder\", \"code\": 503, \"times\": 2}");
    }
    String name = text(body, "operation").orElse("");
    OptionalInt code = number(body, "code");
    var wish = new Wish(code, text(body, "example"));
    if (wish.isNone()) {
      return problem(400, "a rule has a 'code' or an 'example'");
    }
    for (StandIn standIn : standIns) {
      Optional<HttpOperation> operation = Rules.named(name, standIn.contract().operations());
      if (operation.isPresent()) {
        if (code.isPresent() && operation.get().response(code.getAsInt()).isEmpty()) {
          return problem(
              400,
              "the contract forbids this rule: "
                  + operation.get().methodAndPath()
                  + " documents no "
                  + code.getAsInt()
                  + " ("
                  + operation.get().place().shortForm()
                  + ")");
        }
        var rule = new Rule(name, wish, Math.max(0, number(body, "times").orElse(0)));
        return standIn.withRules(rules -> rules.add(rule))
            ? answer(201, json(rule))
            : problem(400, "there are too many rules");
      }
    }
    return problem(400, "no contract has the operation '" + name + "'");
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

  private static Optional<String> text(JsonObject body, String name) {
    return body.member(name).orElse(null) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static OptionalInt number(JsonObject body, String name) {
    boolean isSmall =
        body.member(name).orElse(null) instanceof JsonNumber number
            && number.digits().matches("[0-9]{1,6}");
    return isSmall
        ? OptionalInt.of(Integer.parseInt(body.member(name).orElseThrow().toString()))
        : OptionalInt.empty();
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
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("status", JsonNumber.of(status));
    members.put("detail", new JsonString(detail));
    return new HttpResponseMessage(
        status,
        List.of(new Header("Content-Type", "application/problem+json")),
        Bytes.utf8(new JsonObject(members).toString()));
  }
}
