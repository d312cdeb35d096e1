package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.Header;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;

/// Writes what interactions of every kind have.
record HeaderJson(PactVersion version, Losses losses) {
  JsonObject of(PactInteraction interaction) {
    Header header = interaction.header();
    JsonObject json = JsonObject.EMPTY;
    if (version.isAtLeast(PactVersion.V4)) {
      json = json.with("type", new JsonString(type(interaction)));
    }
    if (!header.key().isEmpty() && version.isAtLeast(PactVersion.V4)) {
      json = json.with("key", new JsonString(header.key()));
    }
    json = states(json.with("description", new JsonString(header.description())), header);
    return version.isAtLeast(PactVersion.V4) ? extras(json, header) : withoutExtras(json, header);
  }

  private static String type(PactInteraction interaction) {
    return switch (interaction) {
      case HttpInteraction ignored -> "Synchronous/HTTP";
      case MessageInteraction ignored -> "Asynchronous/Messages";
      case SynchronousMessages ignored -> "Synchronous/Messages";
      case UnknownInteraction unknown -> unknown.type();
    };
  }

  private JsonObject states(JsonObject json, Header header) {
    List<ProviderState> states = header.states();
    if (states.isEmpty()) {
      return json;
    }
    if (version.isAtLeast(PactVersion.V3)) {
      return json.with(
          "providerStates", new JsonArray(states.stream().map(HeaderJson::state).toList()));
    }
    if (states.size() > 1) {
      losses.lost(header.place(), "more than one provider state", PactVersion.V3);
    }
    if (!states.getFirst().parameters().isEmpty()) {
      losses.lost(header.place(), "parameters of a provider state", PactVersion.V3);
    }
    return json.with("providerState", new JsonString(states.getFirst().name()));
  }

  private static JsonValue state(ProviderState state) {
    JsonObject json = JsonObject.EMPTY.with("name", new JsonString(state.name()));
    return state.parameters().isEmpty()
        ? json
        : json.with("params", new JsonObject(state.parameters()));
  }

  private static JsonObject extras(JsonObject json, Header header) {
    JsonObject all = json;
    if (header.isPending()) {
      all = all.with("pending", new JsonBoolean(true));
    }
    if (!header.comments().members().isEmpty()) {
      all = all.with("comments", header.comments());
    }
    if (!header.markup().members().isEmpty()) {
      all = all.with("interactionMarkup", header.markup());
    }
    if (!header.transport().isEmpty()) {
      all = all.with("transport", new JsonString(header.transport()));
    }
    if (!header.pluginConfiguration().members().isEmpty()) {
      all = all.with("pluginConfiguration", header.pluginConfiguration());
    }
    return all;
  }

  private JsonObject withoutExtras(JsonObject json, Header header) {
    if (header.isPending()) {
      losses.lost(header.place(), "that an interaction is pending", PactVersion.V4);
    }
    if (!header.pluginConfiguration().members().isEmpty()) {
      losses.lost(header.place(), "what plugins stored", PactVersion.V4);
    }
    return json;
  }
}
