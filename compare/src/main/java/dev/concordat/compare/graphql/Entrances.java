package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Where a value of each type can be sent: the nearest argument, or a field of an input that can be sent. Places that another
/// schema has too are preferred.
final class Entrances {
  private final SchemaView schema;
  private final SchemaView other;
  private final Map<String, Entrance> entrances = new LinkedHashMap<>();
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.<Open>comparingLong(one -> one.entrance().cost())
              .thenComparingInt(Open::number));
  private int number;

  Entrances(SchemaView schema, SchemaView other, Ways ways) {
    this.schema = schema;
    this.other = other;
    ways.arrivals().forEach((type, arrival) -> arguments(ways, type, arrival.cost()));
    schema.directives().values().stream()
        .filter(one -> one.locations().contains("FIELD"))
        .sorted(Comparator.comparing(GraphQlDirective::name))
        .forEach(this::arguments);
    while (!open.isEmpty()) {
      inside(open.poll().entrance());
    }
  }

  /// How a value of a type is sent.
  sealed interface Entrance {
    /// The argument or field.
    Field place();

    long cost();

    /// As an argument of a field.
    record OfArgument(String type, Field field, Field place, long cost) implements Entrance {}

    /// As a field of an input.
    record OfInput(GraphQlType input, Field place, long cost) implements Entrance {}

    /// As an argument of a directive on an operation.
    record OfDirective(String directive, Field place, long cost) implements Entrance {}
  }

  private record Open(Entrance entrance, int number) {}

  /// The nearest place for a value of this named type; empty where none can be sent.
  Optional<Entrance> of(String type) {
    return Optional.ofNullable(entrances.get(type));
  }

  private void arguments(Ways ways, String type, long cost) {
    for (Field field : schema.fields(type).values()) {
      if (field.arguments().isEmpty()) {
        continue;
      }
      boolean survives = ways.survives(type, field);
      for (Field argument : field.arguments()) {
        boolean isThere =
            survives
                && isSame(
                    other.field(type, field.name()).flatMap(one -> one.argument(argument.name())),
                    argument);
        offer(new Entrance.OfArgument(type, field, argument, cost + step(isThere)));
      }
    }
  }

  private void arguments(GraphQlDirective directive) {
    for (Field argument : directive.arguments()) {
      boolean isThere =
          isSame(
              other.directive(directive.name()).flatMap(one -> one.argument(argument.name())),
              argument);
      offer(new Entrance.OfDirective(directive.name(), argument, 1 + step(isThere)));
    }
  }

  private void inside(Entrance entrance) {
    Optional<GraphQlType> input =
        schema.type(Ways.named(entrance.place())).filter(type -> type.kind() == Kind.INPUT);
    if (input.isEmpty() || !entrance.equals(entrances.get(input.get().name()))) {
      return;
    }
    String type = input.get().name();
    for (Field field : schema.fields(type).values()) {
      boolean isThere = isSame(other.field(type, field.name()), field);
      offer(new Entrance.OfInput(input.get(), field, entrance.cost() + step(isThere)));
    }
  }

  private static long step(boolean isThere) {
    return 1 + (isThere ? 0 : Ways.LOST_STEP);
  }

  private static boolean isSame(Optional<Field> there, Field place) {
    return there.filter(one -> Ways.named(one).equals(Ways.named(place))).isPresent();
  }

  /// Keeps an entrance that is the cheapest so far.
  private void offer(Entrance entrance) {
    String type = Ways.named(entrance.place());
    Entrance known = entrances.get(type);
    if (schema.isInput(type) && (known == null || entrance.cost() < known.cost())) {
      entrances.put(type, entrance);
      open.add(new Open(entrance, number++));
    }
  }
}
