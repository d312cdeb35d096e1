package dev.concordat.model.matching;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Rules on JSON values.
final class JsonRules {
  private final TextRules texts;

  JsonRules(TextRules texts) {
    this.texts = texts;
  }

  Optional<String> check(
      MatchingRule rule, JsonValue expected, JsonValue actual, boolean isCascaded) {
    return switch (rule) {
      case MatchingRule.Equality() -> equality(expected, actual);
      case MatchingRule.Values() -> isCascaded ? Optional.empty() : equality(expected, actual);
      case MatchingRule.Regex(String pattern) -> texts.regex(pattern, TypeName.text(actual));
      case MatchingRule.Type type -> type(type, expected, actual, isCascaded);
      case MatchingRule.Include(String part) ->
          TextRules.unless(
              TypeName.text(actual).contains(part),
              () -> String.format("Expected '%s' to include '%s'", TypeName.text(actual), part));
      case MatchingRule.Numeric(MatchingRule.Numeric.NumberKind kind) -> numeric(kind, actual);
      case MatchingRule.Truth() -> truth(actual);
      case MatchingRule.Null() ->
          TextRules.unless(
              actual == JsonNull.NULL,
              () -> String.format("Expected %s to be a null value", TypeName.withType(actual)));
      case MatchingRule.Temporal temporal -> TextRules.temporal(temporal, TypeName.text(actual));
      case MatchingRule.NotEmpty() ->
          TextRules.unless(
              !isEmpty(actual),
              () -> String.format("Expected %s to not be empty", TypeName.withType(actual)));
      case MatchingRule.Semver() ->
          actual instanceof JsonString(String text)
              ? TextRules.semver(text)
              : Optional.of(
                  "Expected something that matches a semantic version, but got '" + actual + "'");
      case MatchingRule.ContentType(String mediaType) ->
          TextRules.contentType(mediaType, ContentSniffer.sniff(bytes(actual)));
      case MatchingRule.StatusCode status ->
          texts.check(status, "", TypeName.text(actual), isCascaded);
      case MatchingRule.EachKey ignored -> Optional.empty();
      case MatchingRule.EachValue ignored -> Optional.empty();
      case MatchingRule.ArrayContains ignored -> Optional.empty();
      case MatchingRule.IgnoreOrder ignored -> equality(expected, actual);
      case MatchingRule.Unknown ignored -> Optional.empty();
    };
  }

  private static Optional<String> equality(JsonValue expected, JsonValue actual) {
    return TextRules.unless(
        JsonEquality.same(expected, actual),
        () ->
            String.format(
                "Expected %s to be equal to %s",
                TypeName.withType(actual), TypeName.withType(expected)));
  }

  private static Optional<String> type(
      MatchingRule.Type rule, JsonValue expected, JsonValue actual, boolean isCascaded) {
    if (!expected.type().equals(actual.type())) {
      return Optional.of(
          String.format(
              "Expected %s to be the same type as %s",
              TypeName.withType(actual), TypeName.withType(expected)));
    }
    return isCascaded ? Optional.empty() : Sizes.check(rule.min(), rule.max(), actual);
  }

  private static Optional<String> numeric(MatchingRule.Numeric.NumberKind kind, JsonValue actual) {
    boolean holds =
        actual instanceof JsonNumber number
            && switch (kind) {
              case NUMBER -> true;
              case INTEGER -> TypeName.isWrittenAsInteger(number);
              case DECIMAL -> !TypeName.isWrittenAsInteger(number);
            };
    String wanted =
        switch (kind) {
          case NUMBER -> "a number";
          case INTEGER -> "an integer";
          case DECIMAL -> "a decimal number";
        };
    return TextRules.unless(
        holds, () -> String.format("Expected %s to be %s", TypeName.withType(actual), wanted));
  }

  private static Optional<String> truth(JsonValue actual) {
    boolean holds =
        switch (actual) {
          case JsonBoolean ignored -> true;
          case JsonString(String text) -> text.equals("true") || text.equals("false");
          default -> false;
        };
    return TextRules.unless(
        holds, () -> String.format("Expected %s to match a boolean", TypeName.withType(actual)));
  }

  private static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonNull ignored -> true;
      case JsonString(String text) -> text.isEmpty();
      case JsonArray array -> array.items().isEmpty();
      case JsonObject object -> object.members().isEmpty();
      case JsonBoolean ignored -> false;
      case JsonNumber ignored -> false;
    };
  }

  /// Binary data in JSON is Base64; what is not is taken as it is.
  private static byte[] bytes(JsonValue value) {
    String text = TypeName.text(value);
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
