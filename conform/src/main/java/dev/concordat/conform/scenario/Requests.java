package dev.concordat.conform.scenario;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.conform.talk.Memory;
import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes requests: the path is given, what else is required is filled in from what is known, documented or made.
final class Requests {
  private final String basePath;
  private final ValueGenerator values;

  Requests(String basePath, ValueGenerator values) {
    this.basePath = basePath;
    this.values = values;
  }

  /// A request without body.
  ///
  /// @param path the operation's path with its values, without the base path
  /// @param extra parameters to send whether required or not, by {@link Parameter#pointer}
  HttpRequestMessage of(
      HttpOperation operation, String path, Memory memory, Map<String, JsonValue> extra) {
    List<String> query = new ArrayList<>();
    List<Header> headers = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.isOfTransport()) {
        continue;
      }
      Optional<JsonValue> value =
          Optional.ofNullable(extra.get(parameter.pointer()))
              .or(
                  () ->
                      parameter.required() && parameter.in() != ParameterLocation.PATH
                          ? value(operation, parameter, memory)
                          : Optional.empty());
      value.ifPresent(known -> write(parameter, known, query, headers, cookies));
    }
    if (!cookies.isEmpty()) {
      headers.add(new Header("Cookie", String.join("; ", cookies)));
    }
    String target = basePath + path;
    return new HttpRequestMessage(
        operation.method(),
        query.isEmpty() ? target : target + "?" + String.join("&", query),
        headers,
        Bytes.EMPTY);
  }

  private Optional<JsonValue> value(HttpOperation operation, Parameter parameter, Memory memory) {
    return parameter.examples().stream()
        .map(DocumentedExample::value)
        .filter(example -> parameter.schema().map(s -> s.accepts(example)).orElse(true))
        .findFirst()
        .or(() -> memory.value(operation, parameter, false))
        .or(
            () ->
                parameter
                    .schema()
                    .flatMap(
                        schema ->
                            values.value(
                                schema,
                                operation.id() + "/scenario/" + parameter.pointer(),
                                Size.MINIMAL)));
  }

  private static void write(
      Parameter parameter,
      JsonValue value,
      List<String> query,
      List<Header> headers,
      List<String> cookies) {
    switch (parameter.in()) {
      case QUERY -> ParameterEncoder.query(parameter, value).ifPresent(query::addAll);
      case QUERYSTRING -> ParameterEncoder.querystring(parameter, value).ifPresent(query::add);
      case HEADER ->
          ParameterEncoder.header(parameter, value)
              .ifPresent(text -> headers.add(new Header(parameter.name(), text)));
      case COOKIE -> ParameterEncoder.cookie(parameter, value).ifPresent(cookies::addAll);
      case PATH -> {
        // Stands in the path already.
      }
    }
  }

  /// The request with a JSON body.
  static HttpRequestMessage withBody(
      HttpRequestMessage request, MediaTypeSpec spec, JsonValue body) {
    return BodyEncoder.encode(spec, body)
        .map(
            encoded ->
                new HttpRequestMessage(
                    request.method(),
                    request.target(),
                    plus(request.headers(), new Header("Content-Type", encoded.contentType())),
                    encoded.bytes()))
        .orElse(request);
  }

  /// The request with a header more.
  static HttpRequestMessage with(HttpRequestMessage request, String name, String value) {
    return new HttpRequestMessage(
        request.method(),
        request.target(),
        plus(request.headers(), new Header(name, value)),
        request.body());
  }

  /// The request with another method, and without body.
  static HttpRequestMessage as(HttpRequestMessage request, String method) {
    return new HttpRequestMessage(method, request.target(), request.headers(), Bytes.EMPTY);
  }

  private static List<Header> plus(List<Header> headers, Header more) {
    var all = new ArrayList<>(headers);
    all.removeIf(header -> header.name().equalsIgnoreCase(more.name()));
    all.add(more);
    return all;
  }
}
