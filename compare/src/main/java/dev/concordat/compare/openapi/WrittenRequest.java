package dev.concordat.compare.openapi;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that is being written, part by part. Not thread-safe.
final class WrittenRequest {
  private final HttpOperation operation;
  private final Map<String, String> path = new HashMap<>();
  private final List<String> query = new ArrayList<>();
  private final List<Header> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private Bytes body = Bytes.EMPTY;

  WrittenRequest(HttpOperation operation) {
    this.operation = operation;
  }

  /// Adds a parameter.
  ///
  /// @return false when its style cannot carry the value; then nothing was added
  boolean add(Parameter parameter, JsonValue value) {
    return switch (parameter.in()) {
      case PATH -> {
        Optional<String> text = ParameterEncoder.path(parameter, value);
        text.ifPresent(it -> path.put(parameter.name(), it));
        yield text.isPresent();
      }
      case QUERY -> addAll(query, ParameterEncoder.query(parameter, value));
      case QUERYSTRING ->
          addAll(query, ParameterEncoder.querystring(parameter, value).map(List::of));
      case COOKIE -> addAll(cookies, ParameterEncoder.cookie(parameter, value));
      case HEADER -> {
        Optional<String> text = ParameterEncoder.header(parameter, value);
        text.ifPresent(it -> headers.add(new Header(parameter.name(), it)));
        yield text.isPresent();
      }
    };
  }

  private static boolean addAll(List<String> pieces, Optional<List<String>> more) {
    more.ifPresent(pieces::addAll);
    return more.isPresent();
  }

  void body(BodyEncoder.Encoded encoded) {
    headers.add(new Header("Content-Type", encoded.contentType()));
    body = encoded.bytes();
  }

  /// What was written.
  ///
  /// @param base what stands before the path
  HttpRequestMessage under(String base) {
    String target = base + operation.path().expand(path);
    return at(target.startsWith("/") ? target : "/" + target);
  }

  /// What was written, for an address that the contract does not tell.
  HttpRequestMessage at(String target) {
    var all = new ArrayList<>(headers);
    if (!cookies.isEmpty()) {
      all.add(new Header("Cookie", String.join("; ", cookies)));
    }
    String full = query.isEmpty() ? target : target + "?" + String.join("&", query);
    return new HttpRequestMessage(operation.method(), full, all, body);
  }
}
