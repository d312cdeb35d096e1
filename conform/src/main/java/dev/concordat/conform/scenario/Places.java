package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a thing is says its path. A body that names another holder, or another id, contradicts the path it was sent to, and a
/// provider that keeps to the path has lost nothing.
final class Places {
  private Places() {}

  /// What was sent, with the values of the path in the members that are read as those.
  static JsonObject aligned(JsonObject sent, JsonObject there, Instance instance) {
    Set<JsonValue> places =
        instance.values().stream()
            .map(Percent::decode)
            .map(JsonString::new)
            .collect(Collectors.toSet());
    return aligned(sent, there, places);
  }

  private static JsonObject aligned(JsonObject sent, JsonObject there, Set<JsonValue> places) {
    Map<String, JsonValue> members = new LinkedHashMap<>(sent.members());
    members.replaceAll(
        (name, value) -> there.member(name).map(now -> aligned(value, now, places)).orElse(value));
    return new JsonObject(members);
  }

  private static JsonValue aligned(JsonValue sent, JsonValue there, Set<JsonValue> places) {
    if (sent instanceof JsonObject one && there instanceof JsonObject other) {
      return aligned(one, other, places);
    }
    return places.contains(there) ? there : sent;
  }
}
