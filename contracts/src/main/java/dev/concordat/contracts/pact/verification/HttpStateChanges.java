package dev.concordat.contracts.pact.verification;

import dev.concordat.contracts.pact.ProviderState;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Changes states by the requests that Pact's tools agreed on: `POST` with `state`, `params` and `action`; an answer that is
/// a JSON object holds values for generators.
public final class HttpStateChanges implements StateChanges {
  private static final int FIRST_FAILURE = 400;

  private final Peer peer;
  private final String target;

  /// @param target where states are changed: `/_pact/state`
  public HttpStateChanges(Peer peer, String target) {
    this.peer = peer;
    this.target = target;
  }

  @Override
  public Map<String, JsonValue> setUp(ProviderState state) throws IOException {
    HttpResponseMessage answer = change(state, "setup");
    return JsonParser.parse(answer.body().toArray()).value().orElse(JsonObject.EMPTY)
            instanceof JsonObject values
        ? values.members()
        : Map.of();
  }

  @Override
  public void tearDown(ProviderState state) throws IOException {
    change(state, "teardown");
  }

  private HttpResponseMessage change(ProviderState state, String action) throws IOException {
    JsonObject body =
        JsonObject.EMPTY
            .with("state", new JsonString(state.name()))
            .with("params", new JsonObject(state.parameters()))
            .with("action", new JsonString(action));
    HttpResponseMessage answer =
        peer.exchange(
            new HttpRequestMessage(
                "POST",
                target,
                List.of(new Header("Content-Type", "application/json")),
                Bytes.utf8(body.toString())));
    if (answer.status() >= FIRST_FAILURE) {
      throw new IOException("the state-change endpoint answered " + answer.status());
    }
    return answer;
  }
}
