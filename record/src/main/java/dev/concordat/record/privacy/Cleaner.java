package dev.concordat.record.privacy;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.http.ContentCoding.Decoded;
import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.wire.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of exchanges: what {@link Redactor} knows by name and by shape, keys in paths and in bodies, and every
/// repetition of one of those in the same exchange. Immutable and thread-safe.
public final class Cleaner {
  private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z0-9_+/=.~-]{24,512})\"");

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  private final Redactor redactor;
  private final boolean hidesAddresses;

  /// @param moreNames of headers, parameters and fields that hold secrets
  /// @param hidesAddresses whether e-mail addresses are secrets too
  public Cleaner(Set<String> moreNames, boolean hidesAddresses) {
    this.redactor = new Redactor(moreNames);
    this.hidesAddresses = hidesAddresses;
  }

  /// The exchange without content codings and without secrets.
  public Clean clean(HttpExchange exchange) {
    HttpRequestMessage request = plain(exchange.request());
    Optional<HttpResponseMessage> response = exchange.response().map(Cleaner::plain);
    HttpExchange raw = with(exchange, request, response);
    HttpRequestMessage shownRequest = redactor.redact(request);
    Optional<HttpResponseMessage> shownResponse = response.map(redactor::redact);
    Set<String> secrets = Secrets.of(request, shownRequest, response, shownResponse);
    UnaryOperator<String> scrub = text -> scrubbed(text, secrets);
    return new Clean(
        raw,
        with(
            exchange,
            new HttpRequestMessage(
                request.method(),
                scrub.apply(withoutKeys(shownRequest.target())),
                headers(shownRequest.headers(), scrub),
                body(shownRequest.body(), scrub)),
            shownResponse.map(
                shown ->
                    new HttpResponseMessage(
                        shown.status(),
                        headers(shown.headers(), scrub),
                        body(shown.body(), scrub)))));
  }

  private static HttpExchange with(
      HttpExchange exchange, HttpRequestMessage request, Optional<HttpResponseMessage> response) {
    return new HttpExchange(
        exchange.id(),
        exchange.link(),
        exchange.at(),
        exchange.duration(),
        exchange.traceId(),
        request,
        response,
        exchange.failure());
  }

  private static HttpRequestMessage plain(HttpRequestMessage request) {
    return switch (ContentCoding.decode(request.headers(), request.body())) {
      case Decoded.Plain(Bytes bytes) when isCoded(request.headers()) ->
          new HttpRequestMessage(
              request.method(), request.target(), uncoded(request.headers()), bytes);
      case Decoded other -> request;
    };
  }

  private static HttpResponseMessage plain(HttpResponseMessage response) {
    return switch (ContentCoding.decode(response.headers(), response.body())) {
      case Decoded.Plain(Bytes bytes) when isCoded(response.headers()) ->
          new HttpResponseMessage(response.status(), uncoded(response.headers()), bytes);
      case Decoded other -> response;
    };
  }

  private static boolean isCoded(List<Header> headers) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-encoding"));
  }

  private static List<Header> uncoded(List<Header> headers) {
    return headers.stream()
        .filter(header -> !header.name().equalsIgnoreCase("content-encoding"))
        .filter(header -> !header.name().equalsIgnoreCase("content-length"))
        .toList();
  }

  /// The target with keys in its path and in its query taken out.
  private static String withoutKeys(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    List<String> segments = new ArrayList<>();
    String before = "";
    for (String segment : path.split("/", -1)) {
      segments.add(Opaque.isKeyInPath(before, Percent.decode(segment)) ? Redactor.MARK : segment);
      before = segment;
    }
    String kept = String.join("/", segments);
    return query < 0 ? kept : kept + "?" + queryWithoutKeys(target.substring(query + 1));
  }

  private static String queryWithoutKeys(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      boolean isKey = equals > 0 && Opaque.isKey(Percent.decodeForm(pair.substring(equals + 1)));
      pairs.add(isKey ? pair.substring(0, equals + 1) + Redactor.MARK : pair);
    }
    return String.join("&", pairs);
  }

  private List<Header> headers(List<Header> headers, UnaryOperator<String> scrub) {
    List<Header> clean = new ArrayList<>();
    for (Header header : headers) {
      String value = header.value();
      String shown = isAddress(header.name()) ? withoutKeys(value) : value;
      clean.add(
          new Header(header.name(), scrub.apply(Opaque.isKey(shown) ? Redactor.MARK : shown)));
    }
    return clean;
  }

  private static boolean isAddress(String name) {
    return name.equalsIgnoreCase("location")
        || name.equalsIgnoreCase("content-location")
        || name.equalsIgnoreCase("referer");
  }

  private Bytes body(Bytes body, UnaryOperator<String> scrub) {
    if (body.size() == 0) {
      return body;
    }
    String text = body.utf8();
    boolean isText = Bytes.utf8(text).equals(body);
    if (!isText) {
      return body;
    }
    // Names of members may have the shape of a secret, which values have lost already.
    String scrubbed =
        scrub.apply(
            QUOTED
                .matcher(redactor.redact(text))
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            Opaque.isKey(found.group(1))
                                ? '"' + Redactor.MARK + '"'
                                : found.group())));
    return scrubbed.equals(text) ? body : Bytes.utf8(scrubbed);
  }

  private String scrubbed(String text, Set<String> secrets) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, Redactor.MARK);
    }
    return hidesAddresses ? ADDRESS.matcher(clean).replaceAll(Redactor.MARK) : clean;
  }
}
