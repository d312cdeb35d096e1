package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Copies what versions said beside their pacts, from a registry of ours: what they provide, and what was proved of them. Other
/// brokers are asked once and have no such route.
final class SaidCopy {
  private final Door from;
  private final Door to;
  private final Journal journal;
  private boolean isOurs = true;

  SaidCopy(Door from, Door to, Journal journal) {
    this.from = from;
    this.to = to;
    this.journal = journal;
  }

  void copy(String system) throws MigrationFailure {
    List<JsonObject> versions =
        Pages.all(from, Door.path("pacticipants", system, "versions"), "versions").reversed();
    for (JsonObject version : versions) {
      Optional<String> number = Resource.text(version, "number");
      if (isOurs && number.isPresent()) {
        copy(system, number.get());
      }
    }
  }

  private void copy(String system, String number) throws MigrationFailure {
    String path = Door.path("publications", system, number);
    Optional<JsonObject> said = from.get(path);
    if (said.isEmpty()) {
      isOurs = false;
      return;
    }
    JsonObject there = to.get(path).orElse(JsonObject.EMPTY);
    copy(said.get(), "provides", "provider contracts", there);
    copy(said.get(), "proofs", "proofs", there);
  }

  private void copy(JsonObject said, String list, String kind, JsonObject there)
      throws MigrationFailure {
    List<JsonValue> known = items(there, list);
    for (JsonValue one : items(said, list)) {
      if (known.contains(one)) {
        journal.known(kind);
        continue;
      }
      JsonObject item = (JsonObject) one;
      JsonObject body =
          said.without("provides")
              .without("proofs")
              .with(list, JsonArray.of(item.without("createdAt").without("buildUrl")));
      Optional<JsonValue> build = item.member("buildUrl");
      if (build.isPresent()) {
        body = body.with("buildUrl", build.get());
      }
      journal.note(
          kind,
          text(said, "system") + " " + text(said, "version"),
          to.change("POST", "/publications", body, Resource.text(item, "createdAt")));
    }
  }

  private static List<JsonValue> items(JsonObject said, String list) {
    return said.member(list).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)
        ? items.stream().filter(JsonObject.class::isInstance).toList()
        : List.of();
  }

  private static String text(JsonObject said, String name) {
    return said.member(name).orElse(said) instanceof JsonString(String text) ? text : "";
  }
}
