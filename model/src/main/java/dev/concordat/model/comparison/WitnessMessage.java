package dev.concordat.model.comparison;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;

/// A message in the form in which people know it.
public sealed interface WitnessMessage {
  /// A request over HTTP.
  record HttpRequest(HttpRequestMessage request) implements WitnessMessage {}

  /// An answer over HTTP.
  ///
  /// @param request what it answers; of it only method and target are sure to be there
  record HttpResponse(HttpRequestMessage request, HttpResponseMessage response)
      implements WitnessMessage {}

  /// A message of a broker.
  ///
  /// @param address the topic or channel
  record Message(String address, JsonValue headers, JsonValue payload) implements WitnessMessage {}

  /// A value on its own.
  record Value(JsonValue value) implements WitnessMessage {}

  /// A value as bytes, with what the two sides read in it.
  ///
  /// @param sent what the sender meant
  /// @param read what the receiver makes of it; JSON null where it makes nothing of it
  record Encoded(Bytes bytes, JsonValue sent, JsonValue read) implements WitnessMessage {}

  /// A GraphQL document and its variables, an object.
  record GraphQl(String document, JsonValue variables) implements WitnessMessage {}

  /// An answer to a GraphQL document.
  ///
  /// @param answer the whole body: `{data, errors}`
  record GraphQlAnswer(String document, JsonValue variables, JsonValue answer)
      implements WitnessMessage {}
}
