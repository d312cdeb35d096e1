package dev.concordat.conform.explain;

import dev.concordat.cases.KnownValues;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// What is known, and what refusals taught.
record Taught(KnownValues known, Explanations explanations) implements KnownValues {
  @Override
  public Optional<JsonValue> value(HttpOperation operation, Parameter parameter) {
    return known.value(operation, parameter);
  }

  @Override
  public Optional<JsonValue> body(HttpOperation operation, MediaTypeSpec spec) {
    return known.body(operation, spec);
  }

  @Override
  public boolean demands(HttpOperation operation, Parameter parameter) {
    return explanations.learned(operation).stream()
        .anyMatch(
            hint ->
                hint.kind() == Observation.Kind.REQUIRED
                    && hint.place().equals(parameter.pointer()));
  }

  @Override
  public boolean hasSucceeded(HttpOperation operation) {
    return known.hasSucceeded(operation);
  }

  @Override
  public JsonValue amended(HttpOperation operation, String place, JsonValue value) {
    JsonValue amended = value;
    for (Hint hint : explanations.learned(operation)) {
      Optional<String> inside = inside(place, hint.place());
      if (inside.isPresent()) {
        List<String> tokens = Pointers.tokens(inside.get()).orElseGet(List::of);
        amended = Amendment.of(hint).at(amended, tokens);
      }
    }
    return amended;
  }

  /// The pointer from a place to what is in it.
  private static Optional<String> inside(String place, String hinted) {
    if (hinted.equals(place)) {
      return Optional.of("");
    }
    return place.equals("body") && hinted.startsWith("body:")
        ? Optional.of(hinted.substring("body:".length()))
        : Optional.empty();
  }
}
