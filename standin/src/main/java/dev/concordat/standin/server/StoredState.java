package dev.concordat.standin.server;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.service.Memory;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a stand-in remembers, as JSON: `{"/orders": {"7": {"total": 3}}}`.
final class StoredState {
  private StoredState() {}

  static JsonObject json(Memory memory) {
    memory.settle();
    // Scopes of two resources may have one path, such as /charges and /{kind}.
    Map<String, JsonObject.Builder> scopes = new TreeMap<>();
    memory
        .world()
        .scopes()
        .forEach(
            (scope, things) -> {
              var all = scopes.computeIfAbsent(scope.toString(), path -> new JsonObject.Builder());
              things.all().forEach(entity -> all.add(entity.id(), entity.known()));
            });
    var state = new JsonObject.Builder();
    scopes.forEach((path, things) -> state.add(path, things.build()));
    return state.build();
  }

  /// Puts things into a scope; whether the contract has such, and the value is an object of objects.
  static boolean put(Memory memory, String path, JsonValue value) {
    Optional<Scope> scope = scope(memory, path);
    if (scope.isEmpty() || !(value instanceof JsonObject things)) {
      return false;
    }
    for (JsonValue thing : things.members().values()) {
      if (!(thing instanceof JsonObject)) {
        return false;
      }
    }
    memory.world().tick();
    for (Map.Entry<String, JsonValue> thing : things.members().entrySet()) {
      if (thing.getValue() instanceof JsonObject known) {
        memory
            .world()
            .things(scope.get())
            .put(new Entity(thing.getKey(), Entity.Origin.POSTED, known, memory.world().now()));
      }
    }
    return true;
  }

  /// The scope of a path. Of several resources that have it, the one that says most of it: `/charges` before `/{kind}`.
  private static Optional<Scope> scope(Memory memory, String path) {
    return memory.resources().all().stream()
        .map(resource -> new Fitting(resource, PathTemplate.of(resource.path())))
        .filter(fitting -> fitting.template().match(path).isPresent())
        .reduce((one, other) -> other.isBetterThan(one) ? other : one)
        .map(fitting -> fitting.scope(path));
  }

  private record Fitting(Resource resource, PathTemplate template) {
    boolean isBetterThan(Fitting other) {
      return template.isMoreConcreteThan(other.template);
    }

    Scope scope(String path) {
      Map<String, String> values = template.match(path).orElseThrow();
      return new Scope(
          resource,
          resource.scope().stream()
              .map(name -> Percent.decode(values.getOrDefault(name, "")))
              .toList());
    }
  }
}
