package dev.concordat.contracts.graphql;

import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// A directive that a schema defines (GraphQL specification, section 3.13).
///
/// @param locations where it may stand: `FIELD`, `OBJECT`
/// @param isRepeatable whether it may stand there more than once
public record GraphQlDirective(
    String name,
    Optional<String> description,
    List<Field> arguments,
    List<String> locations,
    boolean isRepeatable,
    Place place,
    String sentence) {
  public GraphQlDirective {
    arguments = List.copyOf(arguments);
    locations = List.copyOf(locations);
  }

  public Optional<Field> argument(String argument) {
    return arguments.stream().filter(one -> one.name().equals(argument)).findFirst();
  }
}
