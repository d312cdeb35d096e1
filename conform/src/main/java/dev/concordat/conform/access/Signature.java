package dev.concordat.conform.access;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Puts credentials on a request, where the contract says that they travel.
final class Signature {
  private static final Set<String> SECRET_WORDS =
      Set.of("authorization", "cookie", "token", "api-key", "apikey", "auth", "session", "secret");

  private Signature() {}

  /// The credentials of HTTP's Basic scheme, without the scheme's name (RFC 7617 section 2).
  static String basic(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /// The request with a secret; unchanged where none is carried by requests.
  static HttpRequestMessage add(HttpRequestMessage request, SecurityNeed need, String secret) {
    if (need.carrier().isEmpty()) {
      return request;
    }
    SecurityNeed.Carrier carrier = need.carrier().get();
    return switch (carrier.in()) {
      case HEADER -> withHeader(request, carrier.name(), carrier.prefix() + secret);
      case QUERY -> withQuery(request, carrier.name(), secret);
      case COOKIE -> withCookie(request, carrier.name(), secret);
      case PATH, QUERYSTRING -> request;
    };
  }

  private static HttpRequestMessage withHeader(
      HttpRequestMessage request, String name, String value) {
    var headers = new ArrayList<>(request.headers());
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    headers.add(new Header(name, value));
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  private static HttpRequestMessage withQuery(
      HttpRequestMessage request, String name, String secret) {
    String field = Percent.encode(name) + "=" + Percent.encode(secret);
    String target = request.target() + (request.query().isEmpty() ? "?" : "&") + field;
    return new HttpRequestMessage(request.method(), target, request.headers(), request.body());
  }

  private static HttpRequestMessage withCookie(
      HttpRequestMessage request, String name, String secret) {
    String before = request.header("Cookie").map(cookies -> cookies + "; ").orElse("");
    return withHeader(request, "Cookie", before + name + "=" + secret);
  }

  /// The request with a user's own headers. Those that are credentials are left out for nobody and forged for somebody
  /// else; what the request says itself stays.
  static HttpRequestMessage addHeaders(
      HttpRequestMessage request,
      List<Header> own,
      List<SecurityNeed> schemes,
      boolean isSomebody,
      boolean isForged) {
    var headers = new ArrayList<>(request.headers());
    for (Header header : own) {
      boolean isSecret = isSecret(header, schemes);
      boolean isThere = request.header(header.name()).isPresent();
      if (isThere || (isSecret && !isSomebody)) {
        continue;
      }
      headers.add(
          isSecret && isForged ? new Header(header.name(), forged(header.value())) : header);
    }
    return new HttpRequestMessage(request.method(), request.target(), headers, request.body());
  }

  private static String forged(String value) {
    int space = value.indexOf(' ') + 1;
    return value.substring(0, space) + Forgery.of(value.substring(space));
  }

  private static boolean isSecret(Header header, List<SecurityNeed> schemes) {
    String name = header.name().toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(name::contains)
        || schemes.stream()
            .flatMap(need -> need.carrier().stream())
            .anyMatch(carrier -> carrier.name().equalsIgnoreCase(header.name()));
  }
}
