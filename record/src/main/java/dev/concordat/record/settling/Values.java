package dev.concordat.record.settling;

import dev.concordat.contracts.http.Percent;
import dev.concordat.record.learning.Answers;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Crowding;
import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Route;
import dev.concordat.record.learning.Segment;
import dev.concordat.record.shape.Shape;
import dev.concordat.record.shape.TextForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which segments at one position of the paths are values, although they look like words: `/items/TEA-001`, `/users/ada`.
final class Values {
  /// So many siblings that answer alike are values of one parameter.
  private static final int LEAST_ALIKE = 6;

  /// Answers with fewer members are alike by chance.
  private static final int LEAST_MEMBERS = 2;

  private static final int LEAST_ERROR = 400;

  /// Members that repeat the name of a collection.
  private static final Set<String> KIND_MEMBERS =
      Set.of("type", "kind", "object", "@type", "_type", "resource", "resourceType", "path");

  private final NavigableMap<Route, Operation> operations;
  private final int at;

  Values(NavigableMap<Route, Operation> operations, int at) {
    this.operations = operations;
    this.at = at;
  }

  /// The operations in which those values are parameters.
  ///
  /// @param renamed told which route became which
  NavigableMap<Route, Operation> collapsed(Map<Route, Route> renamed) {
    Map<String, Map<Route, Operation>> byPrefix = new TreeMap<>();
    operations.forEach(
        (route, operation) -> {
          if (route.segments().size() > at) {
            byPrefix.computeIfAbsent(prefix(route), none -> new TreeMap<>()).put(route, operation);
          }
        });
    Map<String, Set<String>> values = new HashMap<>();
    byPrefix.forEach((prefix, siblings) -> values.put(prefix, values(siblings)));
    NavigableMap<Route, Operation> all = new TreeMap<>();
    operations.forEach(
        (route, operation) -> {
          boolean isValue =
              route.segments().size() > at
                  && values
                      .getOrDefault(prefix(route), Set.of())
                      .contains(route.segments().get(at));
          Route kept = isValue ? parameter(route) : route;
          if (isValue) {
            renamed.replaceAll((first, now) -> now.equals(route) ? kept : now);
            renamed.put(route, kept);
          }
          all.merge(
              kept, isValue ? Crowding.valued(route, at, operation) : operation, Operation::merge);
        });
    return all;
  }

  private String prefix(Route route) {
    return String.join("/", route.segments().subList(0, at));
  }

  private Route parameter(Route route) {
    var segments = new ArrayList<>(route.segments());
    segments.set(at, Route.PARAMETER);
    return new Route(route.method(), segments);
  }

  private Set<String> values(Map<Route, Operation> siblings) {
    Map<String, Map<Route, Operation>> byLiteral = new TreeMap<>();
    boolean hasParameter = false;
    for (Map.Entry<Route, Operation> sibling : siblings.entrySet()) {
      String segment = sibling.getKey().segments().get(at);
      if (Route.isParameter(segment)) {
        hasParameter |= segment.equals(Route.PARAMETER);
      } else {
        byLiteral
            .computeIfAbsent(segment, none -> new TreeMap<>())
            .put(sibling.getKey(), sibling.getValue());
      }
    }
    Set<String> values = new TreeSet<>(codes(byLiteral, hasParameter));
    values.addAll(echoed(byLiteral));
    values.addAll(alike(byLiteral));
    if (hasParameter || !values.isEmpty()) {
      values.addAll(mistaken(byLiteral, siblings.keySet(), Set.copyOf(values)));
    }
    return values;
  }

  private Set<String> codes(Map<String, Map<Route, Operation>> byLiteral, boolean hasParameter) {
    Set<String> codes = new TreeSet<>();
    for (String literal : byLiteral.keySet()) {
      if (TextForm.of(Percent.decode(literal)).contains(TextForm.CODE)) {
        codes.add(literal);
      }
    }
    boolean areSeveral = codes.size() > 1 || hasParameter;
    codes.removeIf(code -> !areSeveral && echoes(byLiteral.getOrDefault(code, Map.of())).isEmpty());
    return codes;
  }

  /// Values that came back under one name, several of them.
  private Set<String> echoed(Map<String, Map<Route, Operation>> byLiteral) {
    Map<String, Set<String>> byName = new TreeMap<>();
    byLiteral.forEach(
        (literal, routes) ->
            echoes(routes)
                .forEach(
                    name -> byName.computeIfAbsent(name, none -> new TreeSet<>()).add(literal)));
    Set<String> echoed = new TreeSet<>();
    byName.values().stream().filter(literals -> literals.size() > 1).forEach(echoed::addAll);
    return echoed;
  }

  private Set<String> echoes(Map<Route, Operation> routes) {
    Set<String> names = new TreeSet<>();
    for (Operation operation : routes.values()) {
      Segment segment = operation.segments().get(at);
      if (segment != null) {
        names.addAll(segment.echoes().keySet());
      }
    }
    names.removeAll(KIND_MEMBERS);
    return names;
  }

  /// Many words below which the same can be done, with answers that have the same members.
  private Set<String> alike(Map<String, Map<Route, Operation>> byLiteral) {
    Map<String, Set<String>> bySignature = new TreeMap<>();
    byLiteral.forEach(
        (literal, routes) -> {
          Set<String> members = new TreeSet<>();
          Set<String> rest = new TreeSet<>();
          routes.forEach(
              (route, operation) -> {
                rest.add(rest(route));
                members.addAll(members(operation));
              });
          if (members.size() >= LEAST_MEMBERS) {
            bySignature.computeIfAbsent(rest + " " + members, none -> new TreeSet<>()).add(literal);
          }
        });
    Set<String> alike = new TreeSet<>();
    bySignature.values().stream()
        .filter(literals -> literals.size() >= LEAST_ALIKE)
        .forEach(alike::addAll);
    return alike;
  }

  private String rest(Route route) {
    List<String> segments = route.segments();
    return route.method() + " " + String.join("/", segments.subList(at + 1, segments.size()));
  }

  private static Set<String> members(Operation operation) {
    Set<String> names = new TreeSet<>();
    operation.answers().entrySet().stream()
        .filter(answer -> answer.getKey() < LEAST_ERROR)
        .map(Map.Entry::getValue)
        .map(Answers::bodies)
        .flatMap(bodies -> bodies.values().stream())
        .map(Content::shape)
        .map(Shape::objects)
        .flatMap(objects -> objects.stream())
        .forEach(objects -> names.addAll(objects.together().named().keySet()));
    return names;
  }

  /// Beside values: what never succeeded is a value that the provider did not know.
  private Set<String> mistaken(
      Map<String, Map<Route, Operation>> byLiteral, Set<Route> siblings, Set<String> values) {
    Set<String> known = new TreeSet<>();
    for (Route sibling : siblings) {
      String segment = sibling.segments().get(at);
      if (Route.isParameter(segment) || values.contains(segment)) {
        known.add(rest(sibling));
      }
    }
    Set<String> mistaken = new TreeSet<>();
    byLiteral.forEach(
        (literal, routes) -> {
          boolean hasSucceeded = routes.values().stream().anyMatch(Operation::hasSucceeded);
          if (!hasSucceeded && routes.keySet().stream().map(this::rest).allMatch(known::contains)) {
            mistaken.add(literal);
          }
        });
    return mistaken;
  }
}
