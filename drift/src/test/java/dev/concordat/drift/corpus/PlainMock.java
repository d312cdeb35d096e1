package dev.concordat.drift.corpus;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A mock before it is written in a format.
///
/// @param name what it is called
/// @param body empty for none
public record PlainMock(
    String name,
    String method,
    String path,
    Map<String, String> query,
    Optional<String> sent,
    int status,
    Map<String, String> headers,
    String body) {
  public PlainMock {
    query = new TreeMap<>(query);
    headers = new TreeMap<>(headers);
  }

  /// A mock of a GET that answers JSON.
  public static PlainMock get(String name, String path, String body) {
    return new PlainMock(
        name,
        "GET",
        path,
        Map.of(),
        Optional.empty(),
        200,
        Map.of("Content-Type", "application/json"),
        body);
  }

  public PlainMock named(String other) {
    return new PlainMock(other, method, path, query, sent, status, headers, body);
  }

  public PlainMock method(String other) {
    return new PlainMock(name, other, path, query, sent, status, headers, body);
  }

  public PlainMock path(String other) {
    return new PlainMock(name, method, other, query, sent, status, headers, body);
  }

  public PlainMock query(String key, String value) {
    var all = new TreeMap<>(query);
    all.put(key, value);
    return new PlainMock(name, method, path, all, sent, status, headers, body);
  }

  public PlainMock sent(String json) {
    return new PlainMock(name, method, path, query, Optional.of(json), status, headers, body);
  }

  public PlainMock status(int other) {
    return new PlainMock(name, method, path, query, sent, other, headers, body);
  }

  public PlainMock header(String key, String value) {
    var all = new TreeMap<>(headers);
    all.put(key, value);
    return new PlainMock(name, method, path, query, sent, status, all, body);
  }

  public PlainMock without(String header) {
    var all = new TreeMap<>(headers);
    all.remove(header);
    return new PlainMock(name, method, path, query, sent, status, all, body);
  }

  public PlainMock body(String other) {
    return new PlainMock(name, method, path, query, sent, status, headers, other);
  }

  /// The same with a piece of its body changed, which must be there.
  public PlainMock change(String from, String to) {
    if (!body.contains(from)) {
      throw new IllegalArgumentException(name + " has no " + from);
    }
    return body(body.replace(from, to));
  }
}
