package dev.concordat.drift.mock;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer that a mock gives, as far as it is written down.
///
/// @param statesBody whether the mock says what the body is; where not, nothing is claimed of it
/// @param node the JSON Pointer of the answer in the mock's file
public record MockAnswer(
    int status, List<Header> headers, Bytes body, boolean statesBody, String node) {
  private static final int FIRST_ERROR_STATUS = 400;

  public MockAnswer {
    headers = List.copyOf(headers);
  }

  public Optional<String> contentType() {
    return Headers.first(headers, "content-type");
  }

  /// The body as JSON, if it is.
  public Optional<JsonValue> json() {
    return body.size() == 0 ? Optional.empty() : JsonParser.parse(body.toArray()).value();
  }

  /// Whether it tells of a failure: 4xx, 5xx.
  public boolean isError() {
    return status >= FIRST_ERROR_STATUS;
  }

  /// The answer as a message. A mock that states no media type means the documented one.
  public HttpResponseMessage message(Optional<String> documentedType) {
    List<Header> all = new ArrayList<>(headers);
    if (contentType().isEmpty() && body.size() > 0) {
      documentedType.ifPresent(type -> all.add(new Header("Content-Type", type)));
    }
    return new HttpResponseMessage(status, all, body);
  }
}
