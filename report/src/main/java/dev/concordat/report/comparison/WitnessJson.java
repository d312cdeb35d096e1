package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.ExchangeJson;
import dev.concordat.report.json.Members;
import java.util.Base64;

/// A witness as JSON; the member `kind` of a message says which others it has.
public final class WitnessJson {
  private WitnessJson() {}

  static JsonObject of(Witness witness) {
    return new Members()
        .put("message", message(witness.message()))
        .put("sender", witness.sender())
        .put("receiver", witness.receiver())
        .put("refusal", witness.refusal())
        .texts("voters", witness.voters())
        .object();
  }

  /// A message on its own.
  public static JsonValue message(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(var request) ->
          kind("http-request").put("request", ExchangeJson.request(request)).object();
      case WitnessMessage.HttpResponse(var request, var response) ->
          kind("http-response")
              .put("request", ExchangeJson.request(request))
              .put("response", ExchangeJson.response(response))
              .object();
      case WitnessMessage.Message(String address, JsonValue headers, JsonValue payload) ->
          kind("message")
              .put("address", address)
              .put("headers", headers)
              .put("payload", payload)
              .object();
      case WitnessMessage.Value(JsonValue value) -> kind("value").put("value", value).object();
      case WitnessMessage.Encoded(var bytes, JsonValue sent, JsonValue read) ->
          kind("encoded")
              .put("base64", Base64.getEncoder().encodeToString(bytes.toArray()))
              .put("sent", sent)
              .put("read", read)
              .object();
      case WitnessMessage.GraphQl(String document, JsonValue variables) ->
          kind("graphql").put("document", document).put("variables", variables).object();
      case WitnessMessage.GraphQlAnswer(String document, JsonValue variables, JsonValue answer) ->
          kind("graphql-answer")
              .put("document", document)
              .put("variables", variables)
              .put("answer", answer)
              .object();
    };
  }

  private static Members kind(String kind) {
    return new Members().put("kind", kind);
  }
}
