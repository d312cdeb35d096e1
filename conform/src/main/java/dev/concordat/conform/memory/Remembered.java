package dev.concordat.conform.memory;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Instances;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Recollection;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run learned: the things that exist, who made them, what worked. Bounded: {@link Pool} for each resource, one
/// exchange for each operation. The same exchanges in the same order leave the same memory. Thread-safe.
public final class Remembered implements Recollection {
  private static final int MAX_KEPT_BODY_BYTES = 1 << 20;

  private final Resources resources;
  private final Instances instances;
  private final Map<Resource, Pool> pools = new HashMap<>();
  private final Map<String, Exchange> successes = new HashMap<>();

  public Remembered(OpenApiContract contract) {
    this.resources = Resources.of(contract);
    this.instances = new Instances(contract, resources);
  }

  @Override
  public synchronized void remember(Exchange exchange) {
    if (exchange.response().isEmpty()) {
      return;
    }
    HttpOperation operation = exchange.trial().operation();
    boolean isItsOwn = exchange.sent().method().equals(operation.method());
    if (isItsOwn && exchange.isSuccess() && exchange.trial().deviation().isEmpty()) {
      keep(operation, exchange);
    }
    Optional<Resource> resource = resources.of(operation);
    if (isItsOwn && resource.isPresent()) {
      learn(resource.get(), resource.get().role(operation).orElseThrow(), exchange);
    }
  }

  private void keep(HttpOperation operation, Exchange exchange) {
    int bytes = exchange.sent().body().size() + exchange.response().orElseThrow().body().size();
    if (bytes <= MAX_KEPT_BODY_BYTES || !successes.containsKey(operation.methodAndPath())) {
      successes.put(operation.methodAndPath(), exchange);
    }
  }

  private void learn(Resource resource, Role role, Exchange exchange) {
    boolean isGone = exchange.status() == 404 || exchange.status() == 410;
    switch (role) {
      case CREATE -> instances.created(resource, exchange).ifPresent(made -> add(made, true));
      case LIST -> {
        if (exchange.isSuccess()) {
          instances.listed(resource, exchange).forEach(seen -> add(seen, false));
        }
      }
      case READ, REPLACE, PATCH -> {
        Optional<Instance> named = instances.addressed(resource, exchange.sent().path());
        if (exchange.isSuccess()) {
          named.ifPresent(seen -> add(seen, role == Role.REPLACE && exchange.status() == 201));
        } else if (isGone) {
          named.ifPresent(this::forget);
        }
      }
      case DELETE -> {
        if (exchange.isSuccess() || isGone) {
          instances.addressed(resource, exchange.sent().path()).ifPresent(this::forget);
        }
      }
    }
  }

  private void add(Instance instance, boolean isOwn) {
    pools.computeIfAbsent(instance.resource(), each -> new Pool()).add(instance, isOwn);
  }

  /// What lies below goes with it.
  private void forget(Instance gone) {
    pools.values().forEach(pool -> pool.removeBelow(gone));
  }

  @Override
  public synchronized Optional<JsonValue> value(
      HttpOperation operation, Parameter parameter, boolean mayDestroy) {
    if (parameter.in() == ParameterLocation.PATH) {
      return inPath(operation, parameter, mayDestroy);
    }
    return resources
        .referred(parameter.name())
        .flatMap(resource -> best(resource, mayDestroy))
        .map(Instance::id)
        .flatMap(id -> fitting(parameter, id));
  }

  /// The values of one path belong together: those of the deepest thing that is known, as far as they reach.
  private Optional<JsonValue> inPath(
      HttpOperation operation, Parameter parameter, boolean mayDestroy) {
    List<String> names = operation.path().parameterNames();
    int wanted = names.indexOf(parameter.name());
    for (int at = names.size() - 1; at >= wanted && wanted >= 0; at--) {
      Optional<Instance> known =
          resources.named(operation, names.get(at)).flatMap(named -> best(named, mayDestroy));
      if (known.isPresent() && wanted < known.get().values().size()) {
        boolean isOwn = wanted == known.get().values().size() - 1;
        return isOwn
            ? fitting(parameter, known.get().id())
            : typed(parameter, Percent.decode(known.get().values().get(wanted)));
      }
    }
    return Optional.empty();
  }

  private Optional<Instance> best(Resource resource, boolean onlyOwn) {
    return Optional.ofNullable(pools.get(resource)).flatMap(pool -> pool.best(onlyOwn));
  }

  private static Optional<JsonValue> typed(Parameter parameter, String text) {
    return fitting(
        parameter, JsonNumber.isJsonNumber(text) ? new JsonNumber(text) : new JsonString(text));
  }

  private static Optional<JsonValue> fitting(Parameter parameter, JsonValue value) {
    boolean isTaken = parameter.schema().map(schema -> schema.accepts(value)).orElse(true);
    return isTaken
        ? Optional.of(value)
        : Optional.<JsonValue>of(new JsonString(text(value)))
            .filter(text -> parameter.schema().orElseThrow().accepts(text));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  @Override
  public synchronized Optional<Exchange> lastSuccess(HttpOperation operation) {
    return Optional.ofNullable(successes.get(operation.methodAndPath()));
  }
}
