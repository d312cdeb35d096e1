package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.response.Delays;
import dev.concordat.standin.wiremock.space.Space;
import dev.concordat.standin.wiremock.space.Space.GlobalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What concerns the server as a whole: settings, reset, health, shutdown, and the spaces of tests.
final class ServerRoutes {
  /// The version of WireMock whose interface this is.
  private static final String VERSION = "3.13.2";

  private static final Set<String> SETTINGS =
      Set.of("fixedDelay", "delayDistribution", "extended", "proxyPassThrough");

  private final AdminContext context;

  ServerRoutes(AdminContext context) {
    this.context = context;
  }

  HttpResponseMessage answer(Call call, String first) {
    Space space = call.space();
    return switch ((call.request().method() + " " + first + " " + String.join("/", call.rest()))
        .strip()) {
      case "POST reset" -> {
        space.reset(space.name().isEmpty() ? context.beginning().get() : List.of());
        yield Replies.done();
      }
      case "GET settings" -> settings(space);
      case "POST settings", "PUT settings" -> change(call);
      case "PATCH settings extended" -> extend(call);
      case "GET version" ->
          Replies.json(new JsonObject(Map.of("version", new JsonString(VERSION))));
      case "GET health" -> health();
      case "POST shutdown" -> {
        context.shutdown().run();
        yield Replies.done();
      }
      case "GET spaces" -> spaces();
      default ->
          first.equals("spaces")
                  && call.request().method().equals("DELETE")
                  && call.rest().size() == 1
              ? end(call.rest().getFirst())
              : call.unknown(first);
    };
  }

  private static HttpResponseMessage settings(Space space) {
    GlobalSettings global = space.global();
    var json = new LinkedHashMap<String, JsonValue>(global.written().members());
    json.putIfAbsent("fixedDelay", JsonNull.NULL);
    json.put("extended", global.extended());
    json.put("proxyPassThrough", JsonBoolean.of(true));
    return Replies.json(new JsonObject(Map.of("settings", new JsonObject(json))));
  }

  private static HttpResponseMessage change(Call call) {
    JsonObject body = EventJson.body(call.request()).orElse(JsonObject.EMPTY);
    var complaints = new ArrayList<String>();
    for (String name : body.members().keySet()) {
      if (!SETTINGS.contains(name)) {
        complaints.add(
            "the setting '"
                + name
                + "' is not supported; "
                + String.join(", ", SETTINGS.stream().sorted().toList())
                + " are");
      }
    }
    Delays delays = Delays.read(body, "fixedDelay", complaints::add);
    if (!complaints.isEmpty()) {
      return Replies.refused(complaints);
    }
    JsonObject extended =
        body.member("extended").orElse(null) instanceof JsonObject own
            ? own
            : call.space().global().extended();
    call.space()
        .global(
            new GlobalSettings(
                delays, body.without("extended").without("proxyPassThrough"), extended));
    return Replies.done();
  }

  private static HttpResponseMessage extend(Call call) {
    JsonObject body = EventJson.body(call.request()).orElse(JsonObject.EMPTY);
    GlobalSettings global = call.space().global();
    var extended = new LinkedHashMap<>(global.extended().members());
    if (body.member("extended").orElse(null) instanceof JsonObject more) {
      extended.putAll(more.members());
    }
    call.space()
        .global(new GlobalSettings(global.delays(), global.written(), new JsonObject(extended)));
    return Replies.done();
  }

  private HttpResponseMessage health() {
    Instant now = Instant.now(context.spaces().shared().settings().clock());
    var json = new JsonObject.Builder();
    json.add("status", new JsonString("healthy"));
    json.add("message", new JsonString("answering"));
    json.add("version", new JsonString(VERSION));
    json.add(
        "uptimeInSeconds", JsonNumber.of(Duration.between(context.startedAt(), now).toSeconds()));
    json.add("timestamp", new JsonString(now.toString()));
    return Replies.json(json.build());
  }

  private HttpResponseMessage spaces() {
    var all = new ArrayList<JsonValue>();
    context
        .spaces()
        .all()
        .forEach(
            (name, space) -> {
              var json = new JsonObject.Builder();
              json.add("name", new JsonString(name));
              json.add("mappings", JsonNumber.of(space.mappings().size()));
              json.add("requests", JsonNumber.of(space.journal().all().size()));
              json.add("droppedRequests", JsonNumber.of(space.journal().dropped()));
              all.add(json.build());
            });
    return Replies.json(new JsonObject(Map.of("spaces", new JsonArray(all))));
  }

  private HttpResponseMessage end(String name) {
    return context.spaces().end(name)
        ? Replies.done()
        : Replies.notFound("there is no test '" + name + "'");
  }
}
