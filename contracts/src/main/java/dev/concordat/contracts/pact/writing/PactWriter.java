package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.PactPlugin;
import dev.concordat.contracts.pact.PactVersion;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Writes pact files of versions 1, 1.1, 2, 3 and 4. What is read from the text is what was written; numbers keep their
/// digits. What a version has no words for is left out and told.
public final class PactWriter {
  private final PactContract pact;
  private final PactVersion version;
  private final Losses losses;

  private PactWriter(PactContract pact, PactVersion version) {
    this.pact = pact;
    this.version = version;
    this.losses = new Losses(version);
  }

  /// The pact in the version it has.
  public static WrittenPact write(PactContract pact) {
    return write(pact, pact.pactVersion());
  }

  /// The pact in another version.
  public static WrittenPact write(PactContract pact, PactVersion version) {
    return new PactWriter(pact, version).write();
  }

  private WrittenPact write() {
    List<JsonValue> interactions = new ArrayList<>();
    List<JsonValue> messages = new ArrayList<>();
    boolean hasOneList = version.isAtLeast(PactVersion.V4);
    for (PactInteraction interaction : pact.interactions()) {
      if (isSayable(interaction)) {
        boolean isMessage = interaction instanceof MessageInteraction;
        (isMessage && !hasOneList ? messages : interactions).add(json(interaction));
      }
    }
    JsonObject file =
        JsonObject.EMPTY
            .with("consumer", named(pact.consumer()))
            .with("provider", named(pact.provider()));
    if (messages.isEmpty() || !interactions.isEmpty()) {
      file = file.with("interactions", new JsonArray(interactions));
    }
    if (!messages.isEmpty()) {
      file = file.with("messages", new JsonArray(messages));
    }
    return new WrittenPact(file.with("metadata", metadata()), losses.all());
  }

  private static JsonObject named(String name) {
    return JsonObject.EMPTY.with("name", new JsonString(name));
  }

  private boolean isSayable(PactInteraction interaction) {
    PactVersion since =
        switch (interaction) {
          case HttpInteraction ignored -> PactVersion.V1;
          case MessageInteraction ignored -> PactVersion.V3;
          case SynchronousMessages ignored -> PactVersion.V4;
          case UnknownInteraction ignored -> PactVersion.V4;
        };
    if (!version.isAtLeast(since)) {
      losses.lost(
          interaction.place(),
          "the message interaction '" + interaction.description() + "'",
          since);
    }
    return version.isAtLeast(since);
  }

  private JsonObject json(PactInteraction interaction) {
    var parts = new MessageJson(version, losses, interaction.place());
    JsonObject header = new HeaderJson(version, losses).of(interaction);
    return switch (interaction) {
      case HttpInteraction http ->
          header
              .with("request", parts.request(http.request()))
              .with("response", parts.response(http.response()));
      case MessageInteraction message -> joined(header, parts.message(message.message()));
      case SynchronousMessages call ->
          header
              .with("request", parts.message(call.request()))
              .with(
                  "response",
                  new JsonArray(
                      call.responses().stream()
                          .map(answer -> (JsonValue) parts.message(answer))
                          .toList()));
      case UnknownInteraction unknown -> unknown.content();
    };
  }

  private static JsonObject joined(JsonObject header, JsonObject message) {
    JsonObject all = header;
    for (var member : message.members().entrySet()) {
      all = all.with(member.getKey(), member.getValue());
    }
    return all;
  }

  /// As it was read, but for the version and the plugins, which the pact itself knows.
  private JsonObject metadata() {
    JsonObject all =
        pact.metadata()
            .without("pact-specification")
            .without("pactSpecificationVersion")
            .with(
                "pactSpecification",
                JsonObject.EMPTY.with("version", new JsonString(version.number())));
    if (pact.plugins().isEmpty()) {
      return all;
    }
    if (!version.isAtLeast(PactVersion.V4)) {
      return all.without("plugins");
    }
    return all.with(
        "plugins",
        new JsonArray(pact.plugins().stream().map(plugin -> (JsonValue) json(plugin)).toList()));
  }

  private static JsonObject json(PactPlugin plugin) {
    JsonObject json = JsonObject.EMPTY.with("name", new JsonString(plugin.name()));
    if (!plugin.version().isEmpty()) {
      json = json.with("version", new JsonString(plugin.version()));
    }
    return plugin.configuration().members().isEmpty()
        ? json
        : json.with("configuration", plugin.configuration());
  }
}
