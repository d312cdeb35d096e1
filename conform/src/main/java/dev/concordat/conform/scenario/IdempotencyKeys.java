package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformMeaningRules;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Creates twice with one idempotency key, where the contract declares the header.
final class IdempotencyKeys implements Scenario {
  @Override
  public String name() {
    return "idempotency-key";
  }

  @Override
  public int requests() {
    return 4;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.CREATE).isPresent()
        && key(operation).isPresent()
        && Bodies.json(operation).isPresent();
  }

  private static Optional<Parameter> key(HttpOperation operation) {
    return operation.parameters(ParameterLocation.HEADER).stream()
        .filter(parameter -> parameter.name().toLowerCase(Locale.ROOT).contains("idempotency-key"))
        .findFirst();
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    MediaTypeSpec spec = Bodies.json(operation).orElseThrow();
    Optional<List<String>> above = new Maker(walk).above(resource, Identity.FIRST);
    Optional<JsonObject> body = new Maker(walk).body(resource, operation, spec);
    if (above.isEmpty() || body.isEmpty()) {
      return;
    }
    Parameter key = key(operation).orElseThrow();
    Map<String, JsonValue> extra = Map.of(key.pointer(), value(walk, key));
    HttpRequestMessage request =
        Requests.withBody(
            walk.site()
                .requests()
                .of(operation, Instance.path(operation, above.get()), walk.memory(), extra),
            spec,
            body.get());
    Exchange first = walk.send(operation, request, "create something with a key");
    Optional<Instance> one = walk.site().instances().created(resource, first);
    if (!walk.isDone(first) || one.isEmpty() || !isThere(walk, one.get())) {
      return;
    }
    Exchange second = walk.send(operation, request, "send the same again with the same key");
    Optional<Instance> two = walk.site().instances().created(resource, second);
    if (walk.isDone(second) && two.isPresent() && !two.get().values().equals(one.get().values())) {
      walk.suspect(
          ConformMeaningRules.KEY_IGNORED,
          Certainty.CONTRACT,
          operation,
          key.pointer(),
          "",
          "the same request with the same " + key.name() + " created something else",
          "The contract offers the key, so that a repeat does nothing.",
          Optional.of(new Comparison(one.get().id().toString(), two.get().id().toString())),
          List.of(first, second),
          List.of());
    }
  }

  /// What was not stored at all cannot be found again.
  private static boolean isThere(Walk walk, Instance instance) {
    return !instance.resource().has(Role.READ)
        || walk.isDone(walk.read(instance, "see that it is there"));
  }

  /// A key that no other request has.
  private static JsonValue value(Walk walk, Parameter key) {
    String seed = "concordat/" + walk.site().bodies().next();
    var uuid =
        new JsonString(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    boolean isTaken = key.schema().map(schema -> schema.accepts(uuid)).orElse(true);
    return isTaken
        ? uuid
        : walk.site()
            .bodies()
            .id(key.schema().orElseThrow(), walk.site().bodies().next())
            .orElse(uuid);
  }
}
