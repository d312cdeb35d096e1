package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.body.Multipart;
import dev.concordat.contracts.body.Part;
import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request with its parts taken out once, when they are first asked for.
public final class ReceivedRequest {
  private static final int MAX_PARAMETERS = 10_000;

  private final HttpRequestMessage message;
  private final String path;
  private @Nullable Map<String, List<String>> query;
  private @Nullable Map<String, List<String>> cookies;
  private @Nullable Map<String, List<String>> form;
  private @Nullable Subject body;
  private @Nullable List<Part> parts;

  public ReceivedRequest(HttpRequestMessage message) {
    this.message = message;
    this.path = message.path();
  }

  public HttpRequestMessage message() {
    return message;
  }

  public String method() {
    return message.method();
  }

  /// Path and query, still percent-encoded.
  public String target() {
    return message.target();
  }

  public String path() {
    return path;
  }

  /// The address as the client has it: `http://host:port/path?query`.
  public String absoluteUrl() {
    return "http://" + header("Host").stream().findFirst().orElse("localhost") + target();
  }

  /// Of the `Host` header, without its port.
  public String host() {
    String host = header("Host").stream().findFirst().orElse("localhost");
    int colon = host.lastIndexOf(':');
    return colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host;
  }

  /// Of the `Host` header; 80 where it names none.
  public String port() {
    String host = header("Host").stream().findFirst().orElse("localhost");
    int colon = host.lastIndexOf(':');
    return colon > 0 && !host.endsWith("]") ? host.substring(colon + 1) : "80";
  }

  /// All values of a header, in their order.
  public List<String> header(String name) {
    List<String> values = List.of();
    for (Header header : message.headers()) {
      if (header.name().equalsIgnoreCase(name)) {
        if (values.isEmpty()) {
          values = List.of(header.value());
        } else {
          values = new ArrayList<>(values);
          values.add(header.value());
        }
      }
    }
    return values;
  }

  /// Values by name, decoded, in the order of the address.
  public Map<String, List<String>> query() {
    Map<String, List<String>> known = query;
    if (known == null) {
      known = pairs(message.query());
      query = known;
    }
    return known;
  }

  public Map<String, List<String>> form() {
    Map<String, List<String>> known = form;
    if (known == null) {
      boolean isForm =
          header("Content-Type").stream()
              .findFirst()
              .flatMap(MediaType::parse)
              .filter(MediaType::isForm)
              .isPresent();
      known = isForm ? pairs(body().text()) : Map.of();
      form = known;
    }
    return known;
  }

  private static Map<String, List<String>> pairs(String text) {
    var pairs = new LinkedHashMap<String, List<String>>();
    if (text.isEmpty()) {
      return pairs;
    }
    int count = 0;
    for (String pair : text.split("&", -1)) {
      if (++count > MAX_PARAMETERS) {
        break;
      }
      int equals = pair.indexOf('=');
      String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : Percent.decodeForm(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        pairs.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
      }
    }
    return pairs;
  }

  public Map<String, List<String>> cookies() {
    Map<String, List<String>> known = cookies;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (String header : header("Cookie")) {
        for (String cookie : header.split(";", -1)) {
          int equals = cookie.indexOf('=');
          if (equals > 0) {
            String value = unquoted(cookie.substring(equals + 1).strip());
            known
                .computeIfAbsent(cookie.substring(0, equals).strip(), none -> new ArrayList<>())
                .add(value);
          }
        }
      }
      cookies = known;
    }
    return known;
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  /// The body without its content coding.
  public Subject body() {
    Subject known = body;
    if (known == null) {
      known = Subject.of(plain(), charset());
      body = known;
    }
    return known;
  }

  private Bytes plain() {
    if (header("Content-Encoding").isEmpty()) {
      return message.body();
    }
    return ContentCoding.decode(message.headers(), message.body())
            instanceof ContentCoding.Decoded.Plain(Bytes bytes)
        ? bytes
        : message.body();
  }

  private Charset charset() {
    Optional<String> type = header("Content-Type").stream().findFirst();
    if (type.isEmpty() || type.get().indexOf("charset") < 0) {
      return StandardCharsets.UTF_8;
    }
    try {
      return type.flatMap(MediaType::parse)
          .flatMap(parsed -> parsed.parameter("charset"))
          .map(Charset::forName)
          .orElse(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /// The parts of a multipart body; none of another.
  public List<Part> parts() {
    List<Part> known = parts;
    if (known == null) {
      known =
          header("Content-Type").stream()
              .findFirst()
              .flatMap(MediaType::parse)
              .filter(MediaType::isMultipart)
              .map(type -> Multipart.parse(type, body().bytes().toArray()).parts())
              .orElse(List.of());
      parts = known;
    }
    return known;
  }
}
