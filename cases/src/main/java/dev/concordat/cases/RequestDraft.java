package dev.concordat.cases;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request before it is written for the wire.
///
/// @param parameters the values by {@link Parameter#pointer}; a parameter without one is not sent
/// @param secrets the credentials to send
record RequestDraft(
    HttpOperation operation,
    String basePath,
    Map<String, JsonValue> parameters,
    Body body,
    Map<SecurityNeed, String> secrets) {

  /// What stands in the request's body.
  sealed interface Body {
    record None() implements Body {}

    /// A value, written as its media type wants it.
    record Value(MediaTypeSpec spec, JsonValue value) implements Body {}

    /// Any bytes under any media type; an empty one is not sent.
    record Raw(String contentType, Bytes bytes) implements Body {}
  }

  RequestDraft with(Parameter parameter, JsonValue value) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(parameter.pointer(), value);
    return new RequestDraft(operation, basePath, changed, body, secrets);
  }

  RequestDraft without(Parameter parameter) {
    var changed = new LinkedHashMap<>(parameters);
    changed.remove(parameter.pointer());
    return new RequestDraft(operation, basePath, changed, body, secrets);
  }

  RequestDraft with(Body other) {
    return new RequestDraft(operation, basePath, parameters, other, secrets);
  }

  Optional<JsonValue> value(Parameter parameter) {
    return Optional.ofNullable(parameters.get(parameter.pointer()));
  }

  /// The request as it goes over the wire; nothing when a value cannot be written in its style.
  Optional<HttpRequestMessage> request() {
    Map<String, String> path = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    List<Header> headers = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      Optional<JsonValue> value = value(parameter);
      if (value.isPresent()
          && !parameter.isOfTransport()
          && !write(parameter, value.get(), path, query, headers, cookies)) {
        return Optional.empty();
      }
    }
    Optional<Bytes> written = writeBody(headers);
    if (written.isEmpty() || path.size() < operation.parameters(ParameterLocation.PATH).size()) {
      return Optional.empty();
    }
    secrets.forEach((need, secret) -> addSecret(need, secret, query, headers, cookies));
    if (!cookies.isEmpty()) {
      headers.add(new Header("Cookie", String.join("; ", cookies)));
    }
    String target = basePath + operation.path().expand(path);
    return Optional.of(
        new HttpRequestMessage(
            operation.method(),
            query.isEmpty() ? target : target + "?" + String.join("&", query),
            headers,
            written.get()));
  }

  private static boolean write(
      Parameter parameter,
      JsonValue value,
      Map<String, String> path,
      List<String> query,
      List<Header> headers,
      List<String> cookies) {
    return switch (parameter.in()) {
      case PATH ->
          ParameterEncoder.path(parameter, value)
              .map(text -> path.put(parameter.name(), text) == null)
              .orElse(false);
      case QUERY -> ParameterEncoder.query(parameter, value).map(query::addAll).orElse(false);
      case HEADER ->
          ParameterEncoder.header(parameter, value)
              .map(text -> headers.add(new Header(parameter.name(), text)))
              .orElse(false);
      case COOKIE -> ParameterEncoder.cookie(parameter, value).map(cookies::addAll).orElse(false);
      case QUERYSTRING ->
          ParameterEncoder.querystring(parameter, value).map(query::add).orElse(false);
    };
  }

  private Optional<Bytes> writeBody(List<Header> headers) {
    return switch (body) {
      case Body.None() -> Optional.of(Bytes.EMPTY);
      case Body.Raw(String contentType, Bytes bytes) -> {
        if (!contentType.isEmpty()) {
          headers.add(new Header("Content-Type", contentType));
        }
        yield Optional.of(bytes);
      }
      case Body.Value(MediaTypeSpec spec, JsonValue value) ->
          BodyEncoder.encode(spec, value)
              .map(
                  encoded -> {
                    headers.add(new Header("Content-Type", encoded.contentType()));
                    return encoded.bytes();
                  });
    };
  }

  private static void addSecret(
      SecurityNeed need,
      String secret,
      List<String> query,
      List<Header> headers,
      List<String> cookies) {
    if (need.carrier().isEmpty()) {
      return;
    }
    SecurityNeed.Carrier carrier = need.carrier().get();
    switch (carrier.in()) {
      case HEADER -> headers.add(new Header(carrier.name(), carrier.prefix() + secret));
      case QUERY -> query.add(carrier.name() + "=" + secret);
      case COOKIE -> cookies.add(carrier.name() + "=" + secret);
      case PATH, QUERYSTRING -> throw new IllegalStateException("no credential travels in a path");
    }
  }
}
