package dev.concordat.engine.run;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes the request of a call step: names that are parameters of the operation go where the contract says, all others
/// are fields of the body.
final class RequestMaker {
  private static final String JSON = "application/json";

  private final HttpOperation operation;
  private final Map<String, String> path = new LinkedHashMap<>();
  private final List<String> query = new ArrayList<>();
  private final List<Header> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final Map<String, JsonValue> fields = new LinkedHashMap<>();

  private RequestMaker(HttpOperation operation) {
    this.operation = operation;
  }

  static HttpRequestMessage make(
      ContractBook.Named named, JsonObject with, Optional<JsonValue> body, JsonObject headers) {
    var maker = new RequestMaker(named.operation());
    with.members().forEach(maker::place);
    headers.members().forEach((name, value) -> maker.headers.add(new Header(name, text(value))));
    return maker.message(named.contract().basePath(), body);
  }

  private void place(String name, JsonValue value) {
    Optional<Parameter> parameter =
        operation.parameters().stream().filter(it -> it.name().equals(name)).findFirst();
    if (parameter.isEmpty()) {
      fields.put(name, value);
      return;
    }
    Parameter found = parameter.get();
    switch (found.in()) {
      case PATH -> path.put(name, ParameterEncoder.path(found, value).orElseGet(() -> text(value)));
      case QUERY -> ParameterEncoder.query(found, value).ifPresent(query::addAll);
      case HEADER ->
          headers.add(
              new Header(name, ParameterEncoder.header(found, value).orElseGet(() -> text(value))));
      case COOKIE -> ParameterEncoder.cookie(found, value).ifPresent(cookies::addAll);
      case QUERYSTRING -> ParameterEncoder.querystring(found, value).ifPresent(query::add);
    }
  }

  private HttpRequestMessage message(String basePath, Optional<JsonValue> whole) {
    String target = basePath + operation.path().expand(path);
    if (!query.isEmpty()) {
      target += "?" + String.join("&", query);
    }
    if (!cookies.isEmpty()) {
      headers.add(new Header("Cookie", String.join("; ", cookies)));
    }
    Optional<JsonValue> body =
        whole.or(() -> fields.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(fields)));
    Optional<MediaTypeSpec> spec =
        operation.body().flatMap(it -> it.content().stream().findFirst());
    String type = spec.map(it -> it.mediaType().toString()).orElse(JSON);
    if (body.isPresent() && !has("content-type")) {
      headers.add(new Header("Content-Type", type));
    }
    if (!has("accept")) {
      headers.add(new Header("Accept", "*/*"));
    }
    Bytes bytes = body.map(value -> bytes(value, spec)).orElse(Bytes.EMPTY);
    return new HttpRequestMessage(operation.method(), target, headers, bytes);
  }

  private boolean has(String header) {
    return headers.stream().anyMatch(it -> it.name().toLowerCase(Locale.ROOT).equals(header));
  }

  private static Bytes bytes(JsonValue body, Optional<MediaTypeSpec> spec) {
    if (spec.isPresent() && spec.get().mediaType().isForm() && body instanceof JsonObject object) {
      return Bytes.utf8(ParameterEncoder.form(spec.get(), object).orElse(""));
    }
    boolean isText = spec.isPresent() && spec.get().mediaType().isText();
    return Bytes.utf8(isText ? text(body) : JsonText.compact(body));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
