package dev.concordat.standin.wiremock.match;

import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.path.JsonPathExpression;
import java.util.List;
import java.util.Optional;

/// `matchesJsonPath`: the path finds something, or something that another pattern accepts.
record JsonPathCheck(
    JsonPathExpression path, Optional<ValueCheck> inner, boolean isWhole, boolean wantsAbsence)
    implements ValueCheck {

  static ValueCheck of(String expression, Optional<ValuePattern> found, ValueChecks checks) {
    boolean isJson = found.filter(ValuePattern.Json.class::isInstance).isPresent();
    boolean wantsAbsence = found.filter(new ValuePattern.Presence(false)::equals).isPresent();
    return switch (JsonPathExpression.compile(expression)) {
      case JsonPathExpression.Compiled.Good(var path) ->
          new JsonPathCheck(path, found.map(checks::of), isJson, wantsAbsence);
      case JsonPathExpression.Compiled.Bad(String reason) ->
          checks.never("'" + expression + "' is no JSONPath: " + reason);
    };
  }

  @Override
  public boolean accepts(Subject subject) {
    return distance(subject) == 0;
  }

  @Override
  public double distance(Subject subject) {
    Optional<JsonValue> document = subject.json();
    if (document.isEmpty()) {
      return 1;
    }
    Optional<JsonValue> found = path.find(document.get());
    if (inner.isEmpty()) {
      return found.filter(JsonPathCheck::isSomething).isPresent() ? 0 : 1;
    }
    List<Subject> subjects = subjects(found);
    if (subjects.isEmpty() && wantsAbsence) {
      return 0;
    }
    return subjects.stream().mapToDouble(inner.get()::distance).min().orElse(1);
  }

  private static boolean isSomething(JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) -> !items.isEmpty();
      case JsonObject object -> object.size() > 0;
      case JsonNull ignored -> false;
      case JsonBoolean ignored -> true;
      case JsonNumber ignored -> true;
      case JsonString ignored -> true;
    };
  }

  private List<Subject> subjects(Optional<JsonValue> found) {
    return switch (found.orElse(JsonNull.NULL)) {
      case JsonValue value when isWhole && found.isPresent() ->
          List.of(Subject.of(value.toString()));
      case JsonObject object -> List.of(Subject.of(object.toString()));
      case JsonArray(List<JsonValue> items) ->
          items.stream().map(item -> Subject.of(shown(item))).toList();
      case JsonNull ignored -> List.of();
      case JsonValue scalar -> List.of(Subject.of(shown(scalar)));
    };
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JavaNumbers.shown(value);
  }
}
