package dev.concordat.cli.recording;

import dev.concordat.fidelity.change.Change;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;

/// Values of changes without secrets: what bears the name of one, or has the shape of one, is not shown. They are compared
/// before, since a damaged token is damage.
final class ShownValues {
  private final Redactor redactor = new Redactor();

  Change redacted(Change change) {
    return new Change(
        change.part(),
        change.at(),
        change.alteration(),
        shown(change, change.sent()),
        shown(change, change.received()));
  }

  private String shown(Change change, String value) {
    return value.isEmpty() || isSecret(change, value) ? masked(value) : redactor.redact(value);
  }

  private static String masked(String value) {
    return value.isEmpty() ? "" : Redactor.MARK;
  }

  /// Asks the redactor about a message that has this value alone.
  private boolean isSecret(Change change, String value) {
    return switch (change.part()) {
      case HEADER ->
          !redactor
              .redact(request("/", List.of(new Header(change.at(), value)), Bytes.EMPTY))
              .header(change.at())
              .orElse(value)
              .equals(value);
      case QUERY -> {
        String target = "/?" + change.at() + "=x";
        yield !redactor.redact(request(target, List.of(), Bytes.EMPTY)).target().equals(target);
      }
      case BODY -> isSecretMember(change.at(), value);
      case METHOD, PATH, STATUS, MESSAGE -> false;
    };
  }

  private boolean isSecretMember(String pointer, String value) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    String text = JsonObject.EMPTY.with(name, new JsonString(value)).toString();
    var body = Bytes.utf8(text);
    var json = List.of(new Header("Content-Type", "application/json"));
    return !redactor.redact(request("/", json, body)).body().equals(body);
  }

  private static HttpRequestMessage request(String target, List<Header> headers, Bytes body) {
    return new HttpRequestMessage("POST", target, headers, body);
  }
}
