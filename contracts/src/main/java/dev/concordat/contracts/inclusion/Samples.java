package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/// Values that the schemas of a state name themselves, for where none could be made: examples, defaults, named values.
final class Samples {
  /// Most values that are tried.
  private static final int MAX_TRIED = 64;

  private Samples() {}

  static Stream<JsonValue> of(Set<Claim> state) {
    boolean isClosed =
        state.stream().anyMatch(claim -> claim instanceof Claim.Holds holds && holds.isClosed());
    return state.stream()
        .filter(Claim.Holds.class::isInstance)
        .map(claim -> ((Claim.Holds) claim).schema())
        .flatMap(Samples::withParts)
        .flatMap(Samples::of)
        // An example may have members that a sender does not declare.
        .filter(value -> !isClosed || !(value instanceof JsonObject || value instanceof JsonArray))
        .distinct()
        .limit(MAX_TRIED)
        .sorted(Comparator.comparingInt(value -> value.toString().length()));
  }

  private static Stream<Schema> withParts(Schema schema) {
    SchemaView view = schema.view();
    return Stream.of(Stream.of(schema), view.allOf().stream(), view.anyOf().stream())
        .flatMap(each -> each);
  }

  private static Stream<JsonValue> of(Schema schema) {
    SchemaView view = schema.view();
    return Stream.of(
            view.examples().stream(),
            view.constValue().stream(),
            view.enumValues().stream().flatMap(Collection::stream),
            view.defaultValue().stream())
        .flatMap(each -> each);
  }
}
