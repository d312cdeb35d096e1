package dev.concordat.conform.explain;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The places of an operation's requests, to be found by the names that error bodies use: `createOrder.dto.qty`,
/// `body/lines/0/qty`, `Qty`.
final class FieldPlaces {
  private static final int MAX_DEPTH = 5;
  private static final int MAX_PLACES = 500;

  /// Words before a name that say where it stands.
  private static final Set<String> LOCATIONS =
      Set.of("body", "query", "path", "header", "headers", "cookie", "params", "request", "data");

  /// A place with its names.
  ///
  /// @param names from the outermost, in lower case, letters and digits only; without indices
  private record Named(String place, List<String> names) {}

  private final List<Named> places = new ArrayList<>();

  FieldPlaces(HttpOperation operation) {
    for (Parameter parameter : operation.parameters()) {
      places.add(new Named(parameter.pointer(), List.of(plain(parameter.name()))));
    }
    for (MediaTypeSpec spec : operation.body().map(RequestBody::content).orElseGet(List::of)) {
      spec.schema().ifPresent(schema -> walk(List.of(schema), "", List.of(), MAX_DEPTH));
    }
  }

  private void walk(List<Schema> schemas, String pointer, List<String> names, int depth) {
    if (depth == 0 || places.size() >= MAX_PLACES) {
      return;
    }
    Facts facts = Facts.of(schemas, List::getFirst);
    for (Map.Entry<String, List<Schema>> member : facts.properties().entrySet()) {
      String at = pointer + "/" + Pointers.escape(member.getKey());
      var inside = new ArrayList<>(names);
      inside.add(plain(member.getKey()));
      if (places.size() < MAX_PLACES) {
        places.add(new Named("body:" + at, List.copyOf(inside)));
      }
      walk(member.getValue(), at, inside, depth - 1);
    }
    if (!facts.item(0).isEmpty()) {
      walk(facts.item(0), pointer + "/*", names, depth - 1);
    }
  }

  /// The place that a name means: the one that shares most names with it, counted from the end.
  Optional<String> named(String field) {
    List<String> wanted = names(field);
    Named best = null;
    int most = 0;
    for (Named place : places) {
      int shared = shared(place.names(), wanted);
      boolean isShorter =
          best != null && shared == most && place.names().size() < best.names().size();
      if (shared > most || (shared > 0 && isShorter)) {
        best = place;
        most = shared;
      }
    }
    return Optional.ofNullable(best).map(Named::place);
  }

  /// A place that the contract does not know, as the body names it.
  static Optional<String> unknown(String field) {
    List<String> parts =
        List.of(field.split("/")).stream()
            .filter(part -> !part.isEmpty() && !LOCATIONS.contains(part.toLowerCase(Locale.ROOT)))
            .toList();
    return parts.size() == 1 && !parts.getFirst().contains(" ")
        ? Optional.of("body:/" + Pointers.escape(parts.getFirst()))
        : Optional.empty();
  }

  private static List<String> names(String field) {
    return List.of(field.split("/")).stream()
        .filter(part -> !part.isEmpty() && !part.chars().allMatch(Character::isDigit))
        .map(FieldPlaces::plain)
        .toList();
  }

  private static int shared(List<String> names, List<String> wanted) {
    int shared = 0;
    while (shared < names.size()
        && shared < wanted.size()
        && names.get(names.size() - 1 - shared).equals(wanted.get(wanted.size() - 1 - shared))) {
      shared++;
    }
    return shared;
  }

  /// `order_id`, `orderId` and `OrderID` are one name.
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
