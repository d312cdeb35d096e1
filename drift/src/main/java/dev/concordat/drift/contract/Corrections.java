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
import java.util.ArrayList;
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
    List<Correction> all = new ArrayList<>();
    for (String where : answer.json().map(json -> Values.places(json, pointer)).orElse(List.of())) {
      Optional<JsonValue> said =
          answer.json().flatMap(json -> Values.at(json, where).stream().findFirst());
      boolean isRight = said.filter(value -> place.speaks() && place.accepts(value)).isPresent();
      Optional<JsonValue> value = candidates(place, said).filter(place::accepts).findFirst();
      if (!isRight && value.isEmpty()) {
        return NO_VALUE;
      }
      if (!isRight) {
        all.add(new Correction.SetValue(where, value.orElseThrow()));
      }
    }
    if (all.isEmpty()) {
      return NO_VALUE;
    }
    return all.size() == 1 ? all.getFirst() : new Correction.Several(all);
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
