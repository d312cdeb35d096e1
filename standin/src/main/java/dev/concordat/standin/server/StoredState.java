package dev.concordat.standin.server;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.service.Memory;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a stand-in remembers, as JSON: `{"/orders": {"7": {"total": 3}}}`.
final class StoredState {
  private StoredState() {}

  static JsonObject json(Memory memory) {
    memory.settle();
    Map<String, JsonValue> scopes = new TreeMap<>();
    memory
        .world()
        .scopes()
        .forEach(
            (scope, things) -> {
              var all = new JsonObject.Builder();
              things.all().forEach(entity -> all.add(entity.id(), entity.known()));
              scopes.put(scope.toString(), all.build());
            });
    return new JsonObject(scopes);
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

  private static Optional<Scope> scope(Memory memory, String path) {
    for (Resource resource : memory.resources().all()) {
      Optional<Map<String, String>> values = PathTemplate.of(resource.path()).match(path);
      if (values.isPresent()) {
        List<String> decoded =
            resource.scope().stream()
                .map(name -> Percent.decode(values.get().getOrDefault(name, "")))
                .toList();
        return Optional.of(new Scope(resource, decoded));
      }
    }
    return Optional.empty();
  }
}
