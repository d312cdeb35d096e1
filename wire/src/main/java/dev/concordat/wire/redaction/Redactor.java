package dev.concordat.wire.redaction;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Disturbed;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes secrets out of exchanges. **Everything that stores or shows an exchange, or a text from a system under test,
/// calls this first**; judging happens before, on the raw exchange (see
/// {@link dev.concordat.wire.capture.ExchangeSink}).
///
/// A secret is what a name says (`Authorization`, `Set-Cookie`, `password`, `clientSecret`, `api_key` …: headers, query
/// parameters, form fields, JSON and XML members, table columns) or what a shape says anywhere (payment card numbers that
/// an issuer could have given, JSON Web Tokens, bearer tokens). Each becomes {@value #MARK}, whatever its length; the
/// length of a body that lost a secret is not told either. A compressed body that holds a secret, or that cannot be looked
/// into, is taken out whole.
///
/// Immutable and thread-safe.
public final class Redactor {
  private static final byte[] NOTHING = {};

  /// What stands where a secret was.
  public static final String MARK = "«redacted»";

  private final SecretNames names;
  private final Bodies bodies;

  /// A redactor that knows the usual names.
  public Redactor() {
    this(Set.of());
  }

  /// A redactor that also takes out what has one of these names; case and punctuation do not count.
  public Redactor(Set<String> moreNames) {
    names = new SecretNames(moreNames);
    bodies = new Bodies(names);
  }

  /// A copy without secrets; the same exchange when it has none.
  public Exchange redact(Exchange exchange) {
    return switch (exchange) {
      case HttpExchange http -> redact(http);
      case MessageDelivery message -> redact(message);
      case RowChange row -> redact(row);
    };
  }

  /// A copy of any text without what has the shape of a secret: log lines, error messages.
  public String redact(String text) {
    return Shapes.redact(text, MARK);
  }

  private HttpExchange redact(HttpExchange exchange) {
    return new HttpExchange(
        exchange.id(),
        exchange.link(),
        exchange.at(),
        exchange.duration(),
        exchange.traceId(),
        redact(exchange.request()),
        exchange.response().map(this::redact),
        exchange.failure().map(this::redact),
        exchange.disturbed().map(this::redact));
  }

  /// Raw bytes may be anything, secrets among them: only how many there were is kept.
  private Disturbed redact(Disturbed disturbed) {
    return new Disturbed(
        disturbed.faults(),
        disturbed.requests(),
        Bytes.cut(NOTHING, disturbed.toProvider().total()),
        Bytes.cut(NOTHING, disturbed.toConsumer().total()),
        disturbed.received().map(this::redact),
        disturbed.consumerLeftAfter());
  }

  /// A copy of a request without secrets.
  public HttpRequestMessage redact(HttpRequestMessage request) {
    Bytes body = bodies.redact(request.body(), request.headers());
    return new HttpRequestMessage(
        request.method(),
        target(request.target()),
        headers(request.headers(), !body.equals(request.body())),
        body);
  }

  /// A copy of a response without secrets.
  public HttpResponseMessage redact(HttpResponseMessage response) {
    Bytes body = bodies.redact(response.body(), response.headers());
    boolean isChanged = !body.equals(response.body());
    return new HttpResponseMessage(response.status(), headers(response.headers(), isChanged), body);
  }

  private MessageDelivery redact(MessageDelivery message) {
    return new MessageDelivery(
        message.id(),
        message.part(),
        message.address(),
        message.partition(),
        message.offset(),
        message.at(),
        message.seenAt(),
        message.traceId(),
        message.key().map(key -> bodies.redact(key, List.of())),
        message.value().map(value -> bodies.redact(value, message.headers())),
        headers(message.headers(), false));
  }

  private RowChange redact(RowChange row) {
    Map<String, Optional<String>> columns = new LinkedHashMap<>();
    row.columns().forEach((name, value) -> columns.put(name, value.map(text -> cell(name, text))));
    return new RowChange(row.id(), row.part(), row.table(), row.kind(), row.at(), columns);
  }

  private String cell(String name, String text) {
    return names.isSecret(name) ? MARK : bodies.redactText(text);
  }

  private String target(String target) {
    int query = target.indexOf('?');
    String redacted =
        query < 0
            ? target
            : target.substring(0, query + 1)
                + Forms.redact(target.substring(query + 1), names, MARK);
    return Shapes.redact(redacted, MARK);
  }

  private List<Header> headers(List<Header> headers, boolean isBodyChanged) {
    return headers.stream().map(header -> header(header, isBodyChanged)).toList();
  }

  private Header header(Header header, boolean isBodyChanged) {
    boolean isLength = isBodyChanged && header.name().equalsIgnoreCase("content-length");
    if (isLength || names.isSecret(header.name())) {
      return new Header(header.name(), MARK);
    }
    String value = target(header.value());
    return value.equals(header.value()) ? header : new Header(header.name(), value);
  }
}
