package dev.concordat.contracts.har;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an entry says as a stub: the same method, address and body get the same response.
final class EntryStubs {
  /// What speaks of the bytes on the wire, while an archive holds the body without coding.
  private static final Set<String> ABOUT_CODING =
      Set.of("content-encoding", "content-length", "transfer-encoding");

  private EntryStubs() {}

  static Stub of(Entry entry) {
    StubResponse response =
        entry
            .response()
            .map(message -> stated(entry, message))
            .orElseGet(
                () ->
                    new StubResponse.Broken(
                        entry.failure().orElse(""),
                        Optional.of(entry.duration()),
                        entry.responsePlace()));
    return new Stub(
        entry.own().id().orElse(""),
        entry.comment(),
        new StubRequest(conditions(entry), Optional.of(entry.request()), entry.requestPlace()),
        List.of(response),
        Stub.DEFAULT_PRIORITY,
        List.of(),
        entry.place());
  }

  private static StubResponse stated(Entry entry, HttpResponseMessage message) {
    List<Header> headers =
        message.headers().stream()
            .filter(header -> !ABOUT_CODING.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList();
    StubBody body =
        message.body().size() == 0 ? new StubBody.None() : new StubBody.Inline(message.body());
    return new StubResponse.Stated(
        message.status(),
        headers,
        body,
        false,
        Optional.of(entry.duration()),
        entry.responsePlace());
  }

  private static List<RequestCondition> conditions(Entry entry) {
    HttpRequestMessage request = entry.request();
    var conditions = new ArrayList<RequestCondition>();
    if (!entry.url().scheme().isEmpty()) {
      conditions.add(equal(entry, RequestPart.SCHEME, "", entry.url().scheme()));
      conditions.add(equal(entry, RequestPart.HOST, "", entry.url().host()));
    }
    conditions.add(equal(entry, RequestPart.METHOD, "", request.method()));
    conditions.add(equal(entry, RequestPart.PATH, "", request.path()));
    for (String pair : request.query().split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = Percent.decodeForm(sign < 0 ? pair : pair.substring(0, sign));
        String value = sign < 0 ? "" : Percent.decodeForm(pair.substring(sign + 1));
        conditions.add(equal(entry, RequestPart.QUERY_PARAMETER, name, value));
      }
    }
    if (request.body().size() > 0) {
      conditions.add(
          new RequestCondition.On(
              RequestPart.BODY, "", body(request.body()), entry.requestPlace()));
    }
    return conditions;
  }

  private static RequestCondition equal(Entry entry, RequestPart part, String name, String text) {
    return new RequestCondition.On(
        part, name, ValuePattern.Text.equalTo(text), entry.requestPlace());
  }

  private static ValuePattern body(Bytes body) {
    Optional<JsonValue> json = JsonParser.parse(body.toArray()).value();
    if (json.isPresent()) {
      return new ValuePattern.Json(json.get(), false, false);
    }
    String text = body.utf8();
    return Bytes.utf8(text).equals(body)
        ? ValuePattern.Text.equalTo(text)
        : new ValuePattern.Binary(body);
  }
}
