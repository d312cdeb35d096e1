package dev.concordat.conform.plain;

import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.openapi.Routes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts ids that exist into a request's path. Where none is known, what worked to create one is sent again first.
public final class PathGround implements Ground {
  private static final int MAX_DEPTH = 3;
  private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

  private final Resources resources;
  private final Routes routes;

  public PathGround(Resources resources, Routes routes) {
    this.resources = resources;
    this.routes = routes;
  }

  @Override
  public Trial prepare(Trial trial, Conversation talk) {
    return prepare(trial, talk, MAX_DEPTH);
  }

  private Trial prepare(Trial trial, Conversation talk, int depth) {
    HttpOperation operation = trial.operation();
    if (operation.parameters(ParameterLocation.PATH).isEmpty()) {
      return trial;
    }
    Optional<Map<String, String>> sent =
        routes
            .route(operation.method(), trial.request().path())
            .filter(routed -> routed.operation().equals(operation))
            .map(routed -> routed.pathValues());
    if (sent.isEmpty()) {
      return trial;
    }
    Map<String, String> values = new LinkedHashMap<>(sent.get());
    for (Parameter parameter : operation.parameters(ParameterLocation.PATH)) {
      if (!isDeviating(trial, parameter)) {
        value(trial, parameter, talk, depth)
            .flatMap(value -> ParameterEncoder.path(parameter, value))
            .ifPresent(text -> values.put(parameter.name(), text));
      }
    }
    return trial.with(onPath(trial, values, talk.contract().basePath()));
  }

  private static boolean isDeviating(Trial trial, Parameter parameter) {
    return trial
        .deviation()
        .map(deviation -> deviation.pointer().equals(parameter.pointer()))
        .orElse(false);
  }

  private Optional<JsonValue> value(
      Trial trial, Parameter parameter, Conversation talk, int depth) {
    HttpOperation operation = trial.operation();
    boolean mayDestroy = CHANGES.contains(operation.method());
    Optional<JsonValue> known = talk.memory().value(operation, parameter, mayDestroy);
    if (known.isPresent() || depth == 0) {
      return known;
    }
    Optional<Exchange> created = producer(operation, parameter).flatMap(talk.memory()::lastSuccess);
    if (created.isEmpty() || !talk.hasBudget(2)) {
      return Optional.empty();
    }
    talk.send(prepare(created.get().trial(), talk, depth - 1));
    return talk.memory().value(operation, parameter, mayDestroy);
  }

  /// What creates the thing that the parameter names.
  private Optional<HttpOperation> producer(HttpOperation operation, Parameter parameter) {
    return resources
        .named(operation, parameter.name())
        .flatMap(resource -> resource.operation(Role.CREATE))
        .filter(other -> !other.equals(operation));
  }

  private static HttpRequestMessage onPath(
      Trial trial, Map<String, String> values, String basePath) {
    HttpRequestMessage request = trial.request();
    String path = basePath + trial.operation().path().expand(values);
    String query = request.query();
    return new HttpRequestMessage(
        request.method(),
        query.isEmpty() ? path : path + "?" + query,
        request.headers(),
        request.body());
  }
}
