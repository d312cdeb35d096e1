package dev.concordat.conform.plain;

import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Recollection;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simplest memory: the ids that answers to creating and listing named, by the path they stand under, the newest first.
public final class SeenValues implements Recollection {
  private static final int MAX_VALUES = 50;
  private static final int MAX_BODY = 1 << 20;

  private final Map<String, Exchange> successes = new HashMap<>();
  private final Map<String, Deque<JsonValue>> created = new HashMap<>();
  private final Map<String, Deque<JsonValue>> seen = new HashMap<>();

  @Override
  public synchronized Optional<JsonValue> value(
      HttpOperation operation, Parameter parameter, boolean mayDestroy) {
    if (parameter.in() != ParameterLocation.PATH) {
      return Optional.empty();
    }
    String key = key(operation, parameter.name());
    JsonValue own = created.getOrDefault(key, new ArrayDeque<>()).peekFirst();
    if (own != null || mayDestroy) {
      return Optional.ofNullable(own);
    }
    return Optional.ofNullable(seen.getOrDefault(key, new ArrayDeque<>()).peekFirst());
  }

  private static String key(HttpOperation operation, String name) {
    String path = operation.path().text();
    int at = path.indexOf("/{" + name + "}");
    return at < 0 ? path : path.substring(0, at);
  }

  @Override
  public synchronized Optional<Exchange> lastSuccess(HttpOperation operation) {
    return Optional.ofNullable(successes.get(operation.id()));
  }

  @Override
  public synchronized void remember(Exchange exchange) {
    HttpOperation operation = exchange.trial().operation();
    if (!exchange.isSuccess() || !exchange.sent().method().equals(operation.method())) {
      return;
    }
    if (exchange.trial().deviation().isEmpty()) {
      successes.put(operation.id(), exchange);
    }
    String path = operation.path().text();
    if (operation.method().equals("DELETE")) {
      forget(path, exchange.sent().path());
    } else if (operation.method().equals("POST")) {
      exchange.response().flatMap(SeenValues::idOf).ifPresent(id -> add(created, path, id));
    } else if (operation.method().equals("GET")) {
      exchange.response().flatMap(SeenValues::idOf).ifPresent(id -> add(seen, path, id));
    }
  }

  private static void add(Map<String, Deque<JsonValue>> values, String path, JsonValue id) {
    Deque<JsonValue> known = values.computeIfAbsent(path, k -> new ArrayDeque<>());
    known.remove(id);
    known.addFirst(id);
    if (known.size() > MAX_VALUES) {
      known.removeLast();
    }
  }

  private void forget(String template, String path) {
    int brace = template.lastIndexOf("/{");
    if (brace >= 0) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      String key = template.substring(0, brace);
      for (Map<String, Deque<JsonValue>> values : List.of(created, seen)) {
        values.getOrDefault(key, new ArrayDeque<>()).removeIf(value -> text(value).equals(id));
      }
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.value() : value.toString();
  }

  private static Optional<JsonValue> idOf(HttpResponseMessage response) {
    if (response.body().total() == 0 || response.body().total() > MAX_BODY) {
      return Optional.empty();
    }
    return JsonParser.parse(response.body().toArray()).value().flatMap(SeenValues::idIn);
  }

  private static Optional<JsonValue> idIn(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.items().isEmpty() ? Optional.empty() : idIn(array.items().getFirst());
    }
    if (value instanceof JsonObject object) {
      JsonValue id = object.members().get("id");
      if (id instanceof JsonString || id instanceof JsonNumber) {
        return Optional.of(id);
      }
      return object.members().values().stream()
          .filter(JsonArray.class::isInstance)
          .findFirst()
          .flatMap(SeenValues::idIn);
    }
    return Optional.empty();
  }
}
