package dev.concordat.contracts.http;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a request can hold parameters, taken apart but not yet decoded.
///
/// @param path the path's values by parameter name, percent-encoded
/// @param queryText the query as it stands on the wire, without the question mark
/// @param query in the order of the wire
public record RequestFields(
    Map<String, String> path,
    String queryText,
    List<Field> query,
    List<Header> headers,
    List<Field> cookies) {
  private static final int MAX_FIELDS = 10_000;

  /// A name with a value.
  ///
  /// @param name decoded
  /// @param raw the value as on the wire
  /// @param hasValue whether there was an equals sign
  public record Field(String name, String raw, boolean hasValue) {}

  public static RequestFields of(HttpRequestMessage request, Map<String, String> pathValues) {
    return new RequestFields(
        pathValues,
        request.query(),
        query(request.query()),
        request.headers(),
        cookies(request.headers()));
  }

  /// The fields of a response: its headers only.
  public static RequestFields ofHeaders(List<Header> headers) {
    return new RequestFields(Map.of(), "", List.of(), headers, List.of());
  }

  /// Fields as a query has them.
  public static RequestFields ofQuery(List<Field> query) {
    return new RequestFields(Map.of(), "", query, List.of(), List.of());
  }

  /// The fields of a query or of a form body (WHATWG URL, application/x-www-form-urlencoded parsing). Past a limit of
  /// 10 000 the rest is left out.
  public static List<Field> query(String text) {
    var fields = new ArrayList<Field>();
    for (String piece : text.split("&", MAX_FIELDS)) {
      if (!piece.isEmpty()) {
        fields.add(field(piece, Percent.decodeForm(nameOf(piece))));
      }
    }
    return fields;
  }

  private static List<Field> cookies(List<Header> headers) {
    var fields = new ArrayList<Field>();
    for (String value : Headers.all(headers, "cookie")) {
      for (String piece : value.split(";", MAX_FIELDS)) {
        String trimmed = piece.strip();
        if (!trimmed.isEmpty()) {
          fields.add(field(trimmed, nameOf(trimmed)));
        }
      }
    }
    return fields;
  }

  private static Field field(String piece, String name) {
    int equals = piece.indexOf('=');
    return new Field(name, equals < 0 ? "" : piece.substring(equals + 1), equals >= 0);
  }

  private static String nameOf(String piece) {
    int equals = piece.indexOf('=');
    return equals < 0 ? piece : piece.substring(0, equals);
  }

  /// Every value of a header on one line, as repeated fields combine (RFC 9110 section 5.3).
  Optional<String> header(String name) {
    List<String> values = Headers.all(headers, name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }
}
