package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies webhooks under their own uuids. A broker never shows secrets; a webhook that has one is switched off and told, so that
/// nothing is sent without it.
record WebhooksCopy(Door from, Door to, Journal journal) {
  private static final String KIND = "webhooks";

  /// What a broker shows in the place of a secret.
  private static final String HIDDEN = "*****";

  void copy() throws MigrationFailure {
    JsonObject list = from.get("/webhooks").orElse(JsonObject.EMPTY);
    for (JsonObject listed : Resource.list(list, "_links", "pb:webhooks")) {
      String path = from.path(Resource.text(listed, "href").orElse("/webhooks/"));
      String place = Door.path("webhooks", path.substring(path.lastIndexOf('/') + 1));
      Optional<JsonObject> webhook = from.get(path);
      if (webhook.isEmpty()) {
        journal.problem(path + " is listed and not there");
      } else if (to.get(place).isPresent()) {
        journal.known(KIND);
      } else {
        copy(place, webhook.get());
      }
    }
  }

  private void copy(String place, JsonObject webhook) throws MigrationFailure {
    List<String> secrets = new ArrayList<>();
    JsonObject said =
        Resource.only(webhook, "description", "consumer", "provider", "enabled", "events");
    if (webhook.member("request").orElse(JsonObject.EMPTY) instanceof JsonObject request) {
      JsonObject shown = shown(request, secrets);
      if (shown.member("headers").orElse(JsonObject.EMPTY) instanceof JsonObject headers) {
        shown = shown.with("headers", (JsonValue) shown(headers, secrets));
      }
      said = said.with("request", (JsonValue) shown);
    }
    if (!secrets.isEmpty()) {
      said = said.with("enabled", JsonBoolean.of(false));
      journal.problem(
          "the webhook "
              + place
              + " is switched off: enter its "
              + String.join(", ", secrets)
              + " and switch it on");
    }
    journal.note(KIND, place, to.change("PUT", place, said, Resource.moment(webhook, "createdAt")));
  }

  /// The members that are no hidden secrets.
  private static JsonObject shown(JsonObject members, List<String> secrets) {
    JsonObject.Builder shown = new JsonObject.Builder();
    for (Map.Entry<String, JsonValue> member : members.members().entrySet()) {
      if (member.getValue() instanceof JsonString(String text) && text.startsWith(HIDDEN)) {
        secrets.add(member.getKey());
      } else {
        shown.add(member.getKey(), member.getValue());
      }
    }
    return shown.build();
  }
}
