package dev.concordat.contracts.wiremock;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.Optional;

/// How one value of a request is compared.
///
/// @param operator `equalTo`, `matches`, `equalToJson`, `absent` …
/// @param operand what it is compared with
/// @param all the pattern as written, options included
public record ValuePattern(String operator, JsonValue operand, JsonObject all, Place place) {
  /// The only text that the pattern accepts; empty where there are several.
  public Optional<String> onlyText() {
    boolean isOnly = operator.equals("equalTo") || operator.equals("equalToJson");
    if (!isOnly) {
      return Optional.empty();
    }
    return Optional.of(operand instanceof JsonString(String text) ? text : operand.toString());
  }
}
