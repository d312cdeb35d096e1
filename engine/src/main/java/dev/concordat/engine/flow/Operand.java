package dev.concordat.engine.flow;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What a matcher or condition compares with: a word, a number, or a reference.
public sealed interface Operand {
  record Fixed(JsonValue value) implements Operand {}

  record Referred(Reference reference) implements Operand {}

  /// Reads an operand: `$place.status`, `3`, `true`, `PENDING`, `"two words"`.
  static Operand parse(String text) {
    String word = text.strip();
    Optional<Reference> reference = Reference.parse(word);
    return reference.isPresent() ? new Referred(reference.get()) : new Fixed(scalar(word));
  }

  private static JsonValue scalar(String word) {
    boolean isQuoted = word.length() > 1 && (isBetween(word, "\"") || isBetween(word, "'"));
    if (isQuoted) {
      return new JsonString(word.substring(1, word.length() - 1));
    }
    if (JsonNumber.isJsonNumber(word)) {
      return new JsonNumber(word);
    }
    return switch (word) {
      case "true" -> new JsonBoolean(true);
      case "false" -> new JsonBoolean(false);
      case "null" -> JsonNull.NULL;
      default -> new JsonString(word);
    };
  }

  private static boolean isBetween(String word, String quote) {
    return word.startsWith(quote) && word.endsWith(quote);
  }

  /// The value in a scope.
  ///
  /// @throws UnresolvedException when the reference leads nowhere
  default JsonValue in(Scope scope) {
    return switch (this) {
      case Fixed(JsonValue value) -> value;
      case Referred(Reference reference) ->
          scope.find(reference).orElseThrow(() -> new UnresolvedException(reference));
    };
  }
}
