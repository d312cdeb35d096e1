package dev.concordat.contracts.pact.broker;

import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Requests to a broker, and the links in its answers (HAL: `_links`).
final class BrokerLinks {
  private static final Header ACCEPT =
      new Header("Accept", "application/hal+json, application/json");
  private static final Header JSON = new Header("Content-Type", "application/json");
  private static final int FIRST_FAILURE = 300;

  private final Peer peer;
  private final String address;

  BrokerLinks(Peer peer, String address) {
    this.peer = peer;
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  JsonObject get(String target) throws IOException {
    return answer(new HttpRequestMessage("GET", target, List.of(ACCEPT), Bytes.EMPTY));
  }

  JsonObject post(String target, JsonObject body) throws IOException {
    return answer(
        new HttpRequestMessage("POST", target, List.of(ACCEPT, JSON), Bytes.utf8(body.toString())));
  }

  void put(String target) throws IOException {
    var _ = answer(new HttpRequestMessage("PUT", target, List.of(ACCEPT, JSON), Bytes.utf8("{}")));
  }

  private JsonObject answer(HttpRequestMessage request) throws IOException {
    HttpResponseMessage answer = peer.exchange(request);
    String line = request.method() + " " + request.target();
    if (answer.status() >= FIRST_FAILURE) {
      throw new BrokerRefusal(answer.status(), line, answer.body().utf8());
    }
    return JsonParser.parse(answer.body().toArray())
        .value()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElseThrow(
            () -> new IOException("the broker's answer to " + line + " is no JSON object"));
  }

  /// The request target of one of the broker's addresses.
  ///
  /// @throws IOException if the address is not the broker's
  String target(String href) throws IOException {
    if (href.startsWith("/")) {
      return href;
    }
    if (href.equals(address)) {
      return "/";
    }
    if (!href.startsWith(address + "/")) {
      throw new IOException("the broker's link " + href + " leads away from " + address);
    }
    return href.substring(address.length());
  }

  static Optional<String> href(JsonObject document, String relation) {
    return document.member("_links").orElse(JsonObject.EMPTY) instanceof JsonObject links
            && links.member(relation).orElse(JsonObject.EMPTY) instanceof JsonObject link
            && link.member("href").orElse(JsonObject.EMPTY) instanceof JsonString(String href)
        ? Optional.of(href)
        : Optional.empty();
  }
}
