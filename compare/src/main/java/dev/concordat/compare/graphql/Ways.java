package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The shortest ways from the roots of a schema to each type that operations ask for; ways that another schema has too are
/// preferred, so that what differs is at their end.
final class Ways {
  private static final List<String> OPERATIONS = List.of("query", "mutation", "subscription");

  /// What a step costs that the other schema does not allow: more than any way of steps that it allows.
  static final long LOST_STEP = 1_000_000;

  /// A field tells more than a fragment on one of many possible types.
  private static final long FRAGMENT_STEP = 2;

  private final SchemaView schema;
  private final SchemaView other;
  private final Samples samples;
  private final Map<String, Set<String>> unionsOf = new HashMap<>();
  private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

  Ways(SchemaView schema, SchemaView other, Samples samples) {
    this.schema = schema;
    this.other = other;
    this.samples = samples;
    schema.types().values().stream()
        .filter(type -> type.kind() == Kind.UNION)
        .forEach(
            union ->
                union
                    .members()
                    .forEach(
                        member ->
                            unionsOf
                                .computeIfAbsent(member, name -> new TreeSet<>())
                                .add(union.name())));
    search();
  }

  /// How a type is come to.
  ///
  /// @param operation the kind of operation that it begins with
  /// @param from the type before it; empty for a root
  /// @param step what is written there: `order(id: "1")`, `... on Order`
  record Arrival(String operation, Optional<String> from, String step, long cost) {}

  /// How each type is come to, nearest first.
  Map<String, Arrival> arrivals() {
    return arrivals;
  }

  Optional<Arrival> arrival(String type) {
    return Optional.ofNullable(arrivals.get(type));
  }

  /// The steps to a type, from the root on.
  List<String> steps(String type) {
    Deque<String> steps = new ArrayDeque<>();
    Optional<Arrival> at = arrival(type);
    while (at.isPresent() && at.get().from().isPresent()) {
      steps.addFirst(at.get().step());
      at = arrival(at.get().from().get());
    }
    return List.copyOf(steps);
  }

  private record Open(String type, Arrival arrival, int number) {}

  private void search() {
    var open =
        new PriorityQueue<>(
            Comparator.<Open>comparingLong(one -> one.arrival().cost())
                .thenComparingInt(Open::number));
    int number = 0;
    for (String operation : OPERATIONS) {
      Optional<String> root = schema.root(operation);
      if (root.isPresent()) {
        long cost = other.root(operation).equals(root) ? 0 : LOST_STEP;
        open.add(
            new Open(root.get(), new Arrival(operation, Optional.empty(), "", cost), number++));
      }
    }
    while (!open.isEmpty()) {
      Open next = open.poll();
      if (arrivals.putIfAbsent(next.type(), next.arrival()) == null) {
        for (Map.Entry<String, Arrival> edge : edges(next.type(), next.arrival()).entrySet()) {
          if (!arrivals.containsKey(edge.getKey())) {
            open.add(new Open(edge.getKey(), edge.getValue(), number++));
          }
        }
      }
    }
  }

  private Map<String, Arrival> edges(String type, Arrival at) {
    Map<String, Arrival> edges = new LinkedHashMap<>();
    for (Field field : schema.fields(type).values()) {
      String to = TypeReference.of(field.type()).name();
      Optional<String> step = schema.isComposite(to) ? call(field, Map.of()) : Optional.empty();
      if (step.isPresent()) {
        offer(edges, to, arrival(at, type, step.get(), survives(type, field), 1));
      }
    }
    for (String to : besides(type)) {
      offer(edges, to, arrival(at, type, "... on " + to, other.canBeBoth(type, to), FRAGMENT_STEP));
    }
    return edges;
  }

  private static Arrival arrival(
      Arrival at, String from, String step, boolean survives, long length) {
    long cost = at.cost() + length + (survives ? 0 : LOST_STEP);
    return new Arrival(at.operation(), Optional.of(from), step, cost);
  }

  private static void offer(Map<String, Arrival> edges, String to, Arrival arrival) {
    edges.merge(to, arrival, (one, two) -> two.cost() < one.cost() ? two : one);
  }

  /// The types that something of this type can also be of.
  private List<String> besides(String type) {
    return switch (schema.type(type).map(GraphQlType::kind).orElse(Kind.SCALAR)) {
      case UNION, INTERFACE ->
          schema.possibleTypes(type).stream().filter(schema::isComposite).toList();
      case OBJECT ->
          Stream.concat(
                  schema.type(type).stream()
                      .flatMap(one -> one.interfaces().stream())
                      .filter(schema::isComposite),
                  unionsOf.getOrDefault(type, Set.of()).stream())
              .toList();
      case ENUM, INPUT, SCALAR -> List.of();
    };
  }

  /// Whether the same step leads to the same type in the other schema.
  boolean survives(String type, Field field) {
    Optional<Field> there = other.field(type, field.name());
    return there.isPresent()
        && named(there.get()).equals(named(field))
        && there.get().arguments().stream()
            .filter(Ways::isNeeded)
            .allMatch(one -> field.argument(one.name()).filter(Ways::isNeeded).isPresent());
  }

  static String named(Field place) {
    return TypeReference.of(place.type()).name();
  }

  /// Whether an argument or input field must be given.
  static boolean isNeeded(Field place) {
    return place.isNonNull() && place.defaultValue().isEmpty();
  }

  /// A field as a document asks for it, with the arguments that it needs and those that are given; empty where it cannot be
  /// asked for.
  Optional<String> call(Field field, Map<String, String> given) {
    return arguments(field.arguments(), given).map(text -> field.name() + text);
  }

  /// Arguments as a document writes them, in parentheses; an empty text for none.
  Optional<String> arguments(List<Field> arguments, Map<String, String> given) {
    var written = new ArrayList<String>();
    for (Field argument : arguments) {
      String own = given.get(argument.name());
      if (own != null) {
        written.add(argument.name() + ": " + own);
      } else if (isNeeded(argument)) {
        Optional<Samples.Sample> sample = samples.of(TypeReference.of(argument.type()));
        if (sample.isEmpty()) {
          return Optional.empty();
        }
        written.add(argument.name() + ": " + sample.get().literal());
      }
    }
    return Optional.of(written.isEmpty() ? "" : "(" + String.join(", ", written) + ")");
  }
}
