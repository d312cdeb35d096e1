package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.Endpoint.Kind;
import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.openapi.Webhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds out which operations of two contracts are one and the same to whoever uses them: those that the same requests
/// reach.
final class Endpoints {
  private final OpenApiContract before;
  private final OpenApiContract after;

  Endpoints(OpenApiContract before, OpenApiContract after) {
    this.before = before;
    this.after = after;
  }

  /// All endpoints: first those of the old contract in its order, then those that only the new one has.
  List<Endpoint> all() {
    var all = new ArrayList<Endpoint>();
    all.addAll(operations());
    all.addAll(
        matched(
            byKey(before.webhooks(), Endpoints::name, Webhook::operation),
            byKey(after.webhooks(), Endpoints::name, Webhook::operation),
            Kind.WEBHOOK));
    return all;
  }

  private static String name(Webhook webhook) {
    return "webhook " + webhook.name() + " (" + webhook.operation().method() + ")";
  }

  private List<Endpoint> operations() {
    Map<String, List<HttpOperation>> addressed = new HashMap<>();
    Map<String, List<HttpOperation>> byPath = new HashMap<>();
    for (HttpOperation operation : after.operations()) {
      String path = PathPattern.of(operation).key();
      for (String base : after.basePaths()) {
        put(addressed, key(operation, base, path), operation);
      }
      put(byPath, key(operation, "", path), operation);
    }
    var endpoints = new ArrayList<Endpoint>();
    // Operations are told apart by where they stand; comparing all they say would take long.
    Set<HttpOperation> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (HttpOperation operation : before.operations()) {
      Optional<HttpOperation> same = same(operation, addressed, byPath, found);
      same.ifPresent(found::add);
      endpoints.add(
          new Endpoint(Kind.OPERATION, operation.methodAndPath(), Optional.of(operation), same));
    }
    for (HttpOperation operation : after.operations()) {
      if (!found.contains(operation)) {
        endpoints.add(
            new Endpoint(
                Kind.OPERATION,
                operation.methodAndPath(),
                Optional.empty(),
                Optional.of(operation)));
      }
    }
    return endpoints;
  }

  /// The operation that a request to the old address reaches; where the base path changed, the one with the same path.
  private Optional<HttpOperation> same(
      HttpOperation operation,
      Map<String, List<HttpOperation>> addressed,
      Map<String, List<HttpOperation>> byPath,
      Set<HttpOperation> taken) {
    String path = PathPattern.of(operation).key();
    for (String base : before.basePaths()) {
      Optional<HttpOperation> found =
          best(addressed.getOrDefault(key(operation, base, path), List.of()), operation, taken);
      if (found.isPresent()) {
        return found;
      }
    }
    return best(byPath.getOrDefault(key(operation, "", path), List.of()), operation, taken);
  }

  /// Templates that differ only in names of parameters stand for the same paths; the one with the same names is meant.
  private static Optional<HttpOperation> best(
      List<HttpOperation> candidates, HttpOperation operation, Set<HttpOperation> taken) {
    Optional<HttpOperation> first = Optional.empty();
    for (HttpOperation each : candidates) {
      if (!taken.contains(each)) {
        if (each.path().equals(operation.path())) {
          return Optional.of(each);
        }
        first = first.isEmpty() ? Optional.of(each) : first;
      }
    }
    return first;
  }

  private static String key(HttpOperation operation, String base, String path) {
    return operation.method() + " " + base + path;
  }

  /// The requests that the provider sends because of an operation that both contracts have.
  static List<Endpoint> callbacks(Endpoint parent) {
    Map<String, HttpOperation> old = callbacks(parent, parent.before());
    Map<String, HttpOperation> now = callbacks(parent, parent.after());
    return old.isEmpty() && now.isEmpty() ? List.of() : matched(old, now, Kind.CALLBACK);
  }

  private static Map<String, HttpOperation> callbacks(
      Endpoint parent, Optional<HttpOperation> operation) {
    List<Callback> callbacks = operation.map(HttpOperation::callbacks).orElse(List.of());
    Map<String, Long> addresses = new HashMap<>();
    callbacks.forEach(each -> addresses.merge(shortName(each), 1L, Long::sum));
    return byKey(
        callbacks,
        each ->
            parent.name()
                + " callback "
                + (addresses.getOrDefault(shortName(each), 0L) > 1
                    ? shortName(each) + " " + each.url().text()
                    : shortName(each)),
        Callback::operation);
  }

  private static String shortName(Callback callback) {
    return callback.name() + " (" + callback.operation().method() + ")";
  }

  private static <T> Map<String, HttpOperation> byKey(
      List<T> items, Function<T, String> key, Function<T, HttpOperation> operation) {
    Map<String, HttpOperation> all = new LinkedHashMap<>();
    items.forEach(item -> all.putIfAbsent(key.apply(item), operation.apply(item)));
    return all;
  }

  private static List<Endpoint> matched(
      Map<String, HttpOperation> old, Map<String, HttpOperation> now, Kind kind) {
    var endpoints = new ArrayList<Endpoint>();
    old.forEach(
        (name, operation) ->
            endpoints.add(
                new Endpoint(
                    kind, name, Optional.of(operation), Optional.ofNullable(now.get(name)))));
    now.forEach(
        (name, operation) -> {
          if (!old.containsKey(name)) {
            endpoints.add(new Endpoint(kind, name, Optional.empty(), Optional.of(operation)));
          }
        });
    return endpoints;
  }

  private static void put(
      Map<String, List<HttpOperation>> all, String key, HttpOperation operation) {
    all.computeIfAbsent(key, ignored -> new ArrayList<>()).add(operation);
  }
}
