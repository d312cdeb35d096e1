package dev.concordat.drift.contract;

import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.Values;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a contract alone knows of how a lie is put right: only what is certain.
final class Corrections {
  private static final Correction NO_VALUE =
      new Correction.Undecided("the contract shows no value that must stand there");

  private Corrections() {}

  static Correction of(Rule rule, String pointer, MockAnswer answer, SchemaPlace body) {
    if (rule.equals(DriftRules.EXTRA_FIELD)) {
      return new Correction.RemoveValue(pointer);
    }
    if (!pointer.startsWith("/")) {
      return new Correction.Undecided("the contract leaves more than one answer");
    }
    SchemaPlace place = body.at(ContractLies.tokens(pointer));
    Optional<JsonValue> said =
        answer.json().flatMap(json -> Values.at(json, pointer).stream().findFirst());
    return candidates(place, said)
        .filter(place::accepts)
        .findFirst()
        .<Correction>map(value -> new Correction.SetValue(pointer, value))
        .orElse(NO_VALUE);
  }

  private static Stream<JsonValue> candidates(SchemaPlace place, Optional<JsonValue> said) {
    return Stream.concat(
        said.stream().flatMap(value -> rewritten(value, place.listed())), place.example().stream());
  }

  /// The same value in another type or another case.
  private static Stream<JsonValue> rewritten(JsonValue value, List<JsonValue> listed) {
    return switch (value) {
      case JsonString(String text) -> {
        Stream<JsonValue> sameWord =
            listed.stream()
                .filter(
                    each -> each instanceof JsonString(String word) && word.equalsIgnoreCase(text));
        Stream<JsonValue> asNumber =
            JsonNumber.isJsonNumber(text) ? Stream.of(new JsonNumber(text)) : Stream.empty();
        Stream<JsonValue> asBoolean =
            text.equals("true") || text.equals("false")
                ? Stream.of(JsonBoolean.of(text.equals("true")))
                : Stream.empty();
        yield Stream.of(sameWord, asNumber, asBoolean).flatMap(each -> each);
      }
      case JsonNumber(String digits) -> Stream.of(new JsonString(digits));
      case JsonBoolean(boolean truth) -> Stream.of(new JsonString(Boolean.toString(truth)));
      default -> Stream.empty();
    };
  }
}
