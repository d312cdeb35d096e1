package dev.concordat.wire.standin;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Refusals as problem details (RFC 9457) that name the sentences of the contract they rest on.
final class ProblemAnswers {
  private static final Header CONTENT_TYPE = new Header("Content-Type", "application/problem+json");

  private final String system;

  ProblemAnswers(String system) {
    this.system = system;
  }

  HttpResponseMessage of(int status, String detail, Place place, String sentence) {
    return problem(status, detail, List.of(sentence("", place, sentence, detail)), List.of());
  }

  HttpResponseMessage of(int status, String detail, List<Breach> breaches, List<Header> headers) {
    List<JsonValue> sentences =
        breaches.stream()
            .map(
                breach ->
                    sentence(
                        breach.pointer(),
                        breach.sentence(),
                        breach.sentenceText(),
                        breach.message()))
            .toList();
    return problem(status, detail, sentences, headers);
  }

  private HttpResponseMessage problem(
      int status, String detail, List<JsonValue> sentences, List<Header> more) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("title", new JsonString(HttpResponseStatus.valueOf(status).reasonPhrase()));
    members.put("status", new JsonNumber(Integer.toString(status)));
    members.put("detail", new JsonString(detail));
    members.put("standIn", new JsonString(system));
    members.put("restsOn", new JsonArray(sentences));
    List<Header> headers = new ArrayList<>(more);
    headers.add(CONTENT_TYPE);
    return new HttpResponseMessage(status, headers, Bytes.utf8(new JsonObject(members).toString()));
  }

  private static JsonValue sentence(String at, Place place, String text, String message) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("at", new JsonString(at));
    members.put("contract", new JsonString(place.shortForm()));
    members.put("sentence", new JsonString(text));
    members.put("message", new JsonString(message));
    return new JsonObject(members);
  }
}
