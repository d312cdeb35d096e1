package dev.concordat.standin.answer;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.ValueMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Responses as entries of a contract document them.
public final class Documented {
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final Bodies bodies;
  private final ResponseHeaders headers;

  public Documented(ValueMaker maker) {
    this.bodies = new Bodies(maker);
    this.headers = new ResponseHeaders(maker);
  }

  /// The bodies of media types.
  public Bodies bodies() {
    return bodies;
  }

  /// The status that an entry stands for: of a range its first, of `default` 200.
  public static int status(ResponseSpec spec, boolean isCreation) {
    String digits = spec.status().toUpperCase(Locale.ROOT).replace('X', '0');
    boolean isNumber = digits.length() == 3 && digits.chars().allMatch(Character::isDigit);
    if (!isNumber) {
      return OK;
    }
    int status = Integer.parseInt(digits);
    return status == OK && isCreation && spec.status().endsWith("X") ? CREATED : status;
  }

  /// A response with a body that is documented or made, or without one where none is documented; nothing when none can be
  /// made.
  ///
  /// @param choice the media type; absent where the entry has none
  public Optional<HttpResponseMessage> response(
      HttpOperation operation,
      int status,
      ResponseSpec spec,
      Optional<Negotiation.Choice> choice,
      Map<String, Header> told) {
    String path = operation.id() + "/" + spec.status();
    if (choice.isEmpty()) {
      return Optional.of(bare(status, spec, told, path));
    }
    return bodies
        .value(choice.get().spec(), path)
        .map(value -> response(status, spec, choice.get(), value, told, path));
  }

  /// A response with a given value as its body.
  public HttpResponseMessage response(
      int status,
      ResponseSpec spec,
      Negotiation.Choice choice,
      JsonValue value,
      Map<String, Header> told,
      String path) {
    return response(status, spec, bodies.encoded(choice, value), told, path);
  }

  private HttpResponseMessage response(
      int status,
      ResponseSpec spec,
      BodyEncoder.Encoded body,
      Map<String, Header> told,
      String path) {
    List<Header> all = new ArrayList<>(headers.of(spec, told, path));
    all.add(new Header("Content-Type", body.contentType()));
    return new HttpResponseMessage(status, all, body.bytes());
  }

  /// A response without a body.
  public HttpResponseMessage bare(
      int status, ResponseSpec spec, Map<String, Header> told, String path) {
    return new HttpResponseMessage(status, headers.of(spec, told, path), Bytes.EMPTY);
  }
}
