package dev.concordat.standin;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.Typed;
import java.util.ArrayList;
import java.util.List;

/// Calls one stand-in as a client would.
final class Talk {
  private final Subject subject;
  private final StandIn standIn;
  private final StringBuilder log = new StringBuilder();

  Talk(Subject subject, StandInSettings settings) {
    this.subject = subject;
    this.standIn = new StandIn(subject.contract(), settings);
  }

  Talk(Subject subject) {
    this(subject, StandInSettings.DEFAULT);
  }

  HttpResponseMessage get(String target, Header... more) {
    return send("GET", target, "", "", more);
  }

  HttpResponseMessage delete(String target) {
    return send("DELETE", target, "", "");
  }

  HttpResponseMessage post(String target, String body) {
    return send("POST", target, "application/json", body);
  }

  HttpResponseMessage put(String target, String body) {
    return send("PUT", target, "application/json", body);
  }

  HttpResponseMessage patch(String target, String body) {
    return send("PATCH", target, subject.patchType, body);
  }

  HttpResponseMessage send(String method, String target, String type, String body, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(more));
    headers.add(subject.credentials);
    if (!type.isEmpty()) {
      headers.add(new Header("Content-Type", type));
    }
    return sendAs(method, target, headers, body);
  }

  HttpResponseMessage sendAs(String method, String target, List<Header> headers, String body) {
    HttpResponseMessage answer =
        standIn.serve(new HttpRequestMessage(method, target, headers, Bytes.utf8(body))).message();
    log.append(method).append(' ').append(target).append('\n').append(answer.status());
    log.append(answer.headers()).append(answer.body().utf8()).append('\n');
    return answer;
  }

  String idMember() {
    return subject.id;
  }

  /// Everything that was said, byte for byte.
  String log() {
    return log.toString();
  }

  /// Creates the first thing and says its path.
  String created() {
    return path(post(subject.collection, subject.firstBody()));
  }

  /// Where a created thing is.
  String path(HttpResponseMessage creation) {
    String id = Typed.text(member(creation, subject.id)).orElseThrow();
    return subject.collection + "/" + id;
  }

  JsonValue member(HttpResponseMessage answer, String name) {
    return thing(answer).member(name).orElseThrow();
  }

  JsonObject thing(HttpResponseMessage answer) {
    return subject.thing(json(answer));
  }

  List<JsonObject> items(HttpResponseMessage answer) {
    return subject.items(json(answer));
  }

  static JsonValue json(HttpResponseMessage answer) {
    return JsonParser.parse(answer.body().utf8()).value().orElseThrow();
  }
}
