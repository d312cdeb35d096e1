package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactMessage;
import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for messages by the requests that Pact's tools agreed on: `POST` with `description` and `providerStates`. The answer's
/// body is the message; its metadata is Base64 JSON in the header `Pact-Message-Metadata`.
public final class HttpMessageSource implements MessageSource {
  private static final String METADATA_HEADER = "Pact-Message-Metadata";
  private static final int FIRST_FAILURE = 300;

  private final Peer peer;
  private final String target;

  /// @param target where messages are made: `/`
  public HttpMessageSource(Peer peer, String target) {
    this.peer = peer;
    this.target = target;
  }

  @Override
  public PactMessage produce(PactInteraction interaction, Optional<PactMessage> request)
      throws IOException {
    HttpResponseMessage answer =
        peer.exchange(
            new HttpRequestMessage(
                "POST",
                target,
                List.of(new Header("Content-Type", "application/json")),
                Bytes.utf8(question(interaction, request).toString())));
    if (answer.status() >= FIRST_FAILURE) {
      throw new IOException(
          "the provider answered " + answer.status() + ": " + answer.body().utf8());
    }
    return new PactMessage(answer.body(), metadata(answer));
  }

  private static JsonObject question(PactInteraction interaction, Optional<PactMessage> request) {
    JsonObject question =
        JsonObject.EMPTY
            .with("description", new JsonString(interaction.description()))
            .with(
                "providerStates",
                new JsonArray(
                    interaction.header().states().stream().map(HttpMessageSource::state).toList()));
    return request.map(asked -> question.with("request", asked(asked))).orElse(question);
  }

  private static JsonValue state(ProviderState state) {
    return JsonObject.EMPTY
        .with("name", new JsonString(state.name()))
        .with("params", new JsonObject(state.parameters()));
  }

  private static JsonValue asked(PactMessage request) {
    String contents = Base64.getEncoder().encodeToString(request.contents().toArray());
    return JsonObject.EMPTY
        .with("contents", new JsonString(contents))
        .with("encoded", new JsonString("base64"))
        .with("metadata", new JsonObject(request.metadata()));
  }

  private static Map<String, JsonValue> metadata(HttpResponseMessage answer) throws IOException {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    Optional<String> header = answer.header(METADATA_HEADER);
    if (header.isPresent()) {
      metadata.putAll(decoded(header.get()).members());
    }
    answer
        .header("Content-Type")
        .ifPresent(type -> metadata.putIfAbsent("contentType", new JsonString(type)));
    return metadata;
  }

  private static JsonObject decoded(String header) throws IOException {
    try {
      byte[] json = Base64.getDecoder().decode(header.strip());
      return (JsonObject)
          JsonParser.parse(json)
              .value()
              .filter(JsonObject.class::isInstance)
              .orElseThrow(() -> new IOException(METADATA_HEADER + " is no JSON object"));
    } catch (IllegalArgumentException notBase64) {
      throw new IOException(METADATA_HEADER + " is not Base64", notBase64);
    }
  }
}
