package dev.concordat.standin.wiremock.template;

import dev.concordat.contracts.body.Part;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.model.exchange.Header;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `request` in templates. Members are made when they are asked for.
final class RequestModel extends AbstractMap<String, Object> {
  private static final List<String> NAMES =
      List.of(
          "id",
          "method",
          "url",
          "path",
          "pathSegments",
          "query",
          "headers",
          "cookies",
          "body",
          "bodyAsBase64",
          "isBinary",
          "scheme",
          "host",
          "port",
          "baseUrl",
          "clientIp",
          "isMultipart",
          "multipart",
          "parts",
          "requestLine");

  private final ReceivedRequest request;
  private final Optional<PathTemplate> template;
  private final String id;

  RequestModel(ReceivedRequest request, Optional<PathTemplate> template, String id) {
    this.request = request;
    this.template = template;
    this.id = id;
  }

  /// The path: its segments by number, its variables by name, as a whole when shown.
  private static final class PathMap extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private final String whole;

    PathMap(String whole) {
      this.whole = whole;
    }

    @Override
    public String toString() {
      return whole;
    }
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name instanceof String text ? member(text) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && NAMES.contains(text);
  }

  private @Nullable Object member(String name) {
    return switch (name) {
      case "id" -> id;
      case "method" -> request.method();
      case "url" -> request.target();
      case "path", "pathSegments" -> path();
      case "query" -> several(request.query());
      case "headers" -> headers();
      case "cookies" -> several(request.cookies());
      case "body" -> request.body().text();
      case "bodyAsBase64" -> Base64.getEncoder().encodeToString(request.body().bytes().toArray());
      case "isBinary" -> false;
      case "scheme" -> "http";
      case "host" -> request.host();
      case "port" -> port();
      case "baseUrl" -> "http://" + request.header("Host").stream().findFirst().orElse("localhost");
      case "clientIp" -> "127.0.0.1";
      case "isMultipart", "multipart" -> !request.parts().isEmpty();
      case "parts" -> parts();
      case "requestLine" -> requestLine();
      default -> null;
    };
  }

  private Object port() {
    String port = request.port();
    return port.matches("[0-9]{1,5}") ? Integer.valueOf(port) : port;
  }

  private Map<String, Object> path() {
    var path = new PathMap(request.path());
    String[] segments = request.path().split("/", -1);
    int number = 0;
    for (String segment : segments) {
      if (!segment.isEmpty()) {
        path.put(Integer.toString(number++), segment);
      }
    }
    template
        .flatMap(known -> known.match(request.path()))
        .ifPresent(values -> values.forEach(path::put));
    return path;
  }

  private static Map<String, Object> several(Map<String, List<String>> values) {
    var map = new LinkedHashMap<String, Object>();
    values.forEach((name, all) -> map.put(name, new Values.Several(all)));
    return map;
  }

  private Map<String, Object> headers() {
    return headers(request.message().headers());
  }

  private static Map<String, Object> headers(List<Header> headers) {
    var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        header ->
            byName.computeIfAbsent(header.name(), none -> new ArrayList<>()).add(header.value()));
    var map = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
    byName.forEach((name, all) -> map.put(name, new Values.Several(all)));
    return map;
  }

  private Map<String, Object> parts() {
    var map = new LinkedHashMap<String, Object>();
    for (Part part : request.parts()) {
      String name = part.name().orElse("");
      map.put(
          name,
          Map.of(
              "name", name,
              "headers", headers(part.headers()),
              "body", part.content().utf8(),
              "bodyAsBase64", Base64.getEncoder().encodeToString(part.content().toArray()),
              "binary", false));
    }
    return map;
  }

  private Map<String, Object> requestLine() {
    var line = new LinkedHashMap<String, Object>();
    for (String name :
        List.of(
            "method",
            "path",
            "pathSegments",
            "url",
            "query",
            "scheme",
            "host",
            "port",
            "baseUrl")) {
      Object value = member(name);
      if (value != null) {
        line.put(name, value);
      }
    }
    return line;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var all = new LinkedHashMap<String, Object>();
    for (String name : NAMES) {
      Object value = member(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all.entrySet();
  }

  @Override
  public String toString() {
    return keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
