package dev.concordat.cases.broken;

import dev.concordat.cases.value.Facts;
import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Goes through a schema and a value together and finds what can be broken where. Members that the value lacks are made, so
/// that what the contract says of them is broken too.
final class Walk {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_FOUND = 1_000;

  private final ValueGenerator values;
  private final String path;
  private final Breakable.Depth thoroughness;
  private final List<Found> found = new ArrayList<>();

  Walk(ValueGenerator values, String path, Breakable.Depth thoroughness) {
    this.values = values;
    this.path = path;
    this.thoroughness = thoroughness;
  }

  /// An attempt whose options are whole values.
  ///
  /// @param pointer where the violation will be
  /// @param place the schema there
  /// @param isForgivable whether a reader that takes it still keeps the contract in the eyes of most
  /// @param inside the alternatives that it is part of, the outermost
  record Found(
      String pointer,
      Place place,
      Attempt attempt,
      boolean isForgivable,
      Optional<Alternative> inside) {}

  List<Found> through(Schema schema, JsonValue base) {
    visit(List.of(schema), "", base, UnaryOperator.identity(), MAX_DEPTH, true, Optional.empty());
    return found;
  }

  private void visit(
      List<Schema> schemas,
      String pointer,
      JsonValue value,
      UnaryOperator<JsonValue> put,
      int depth,
      boolean isRequired,
      Optional<Alternative> outer) {
    if (depth == 0 || schemas.isEmpty() || found.size() >= MAX_FOUND) {
      return;
    }
    Facts facts = Facts.of(schemas, branches -> branchOf(branches, value));
    Place place = schemas.getFirst().place();
    Optional<Alternative> inside = outer.or(() -> Alternative.at(facts, pointer));
    for (Attempt attempt : attempts(facts, value, pointer)) {
      String at =
          attempt.member().isEmpty() ? pointer : pointer + "/" + Pointers.escape(attempt.member());
      found.add(
          new Found(
              at,
              place,
              attempt.with(option -> new Option(option.what(), put.apply(option.value()))),
              Forgiveness.covers(attempt, isRequired),
              inside));
    }
    switch (value) {
      case JsonObject object -> members(facts, pointer, object, put, depth, inside);
      case JsonArray array -> firstItem(facts, pointer, array, put, depth, inside);
      default -> {
        // Scalars have nothing inside.
      }
    }
  }

  private static Schema branchOf(List<Schema> branches, JsonValue value) {
    return branches.stream()
        .filter(branch -> branch.accepts(value, Direction.REQUEST))
        .findFirst()
        .orElseGet(branches::getFirst);
  }

  private List<Attempt> attempts(Facts facts, JsonValue value, String pointer) {
    var attempts = new ArrayList<Attempt>();
    attempts.addAll(BrokenMembers.of(facts, value));
    attempts.addAll(BrokenTypes.of(facts, value));
    attempts.addAll(BrokenNumbers.of(facts, value));
    attempts.addAll(BrokenStrings.of(facts, value, path + pointer, values.text()));
    attempts.addAll(
        BrokenLists.of(facts, value, i -> make(facts.item(i), pointer + "/" + i, Size.FULL)));
    switch (thoroughness) {
      case PLAIN -> {
        // Each keyword once is enough.
      }
      case THOROUGH -> {
        attempts.addAll(BrokenForms.of(facts, value));
        attempts.addAll(BrokenSizes.of(facts, value));
        attempts.addAll(BrokenAlternatives.of(facts, value));
      }
    }
    return attempts;
  }

  private Optional<JsonValue> make(List<Schema> schemas, String pointer, Size size) {
    return schemas.isEmpty()
        ? Optional.empty()
        : values.value(schemas, path + pointer, size, Direction.REQUEST);
  }

  private void members(
      Facts facts,
      String pointer,
      JsonObject object,
      UnaryOperator<JsonValue> put,
      int depth,
      Optional<Alternative> inside) {
    for (Map.Entry<String, List<Schema>> property : facts.properties().entrySet()) {
      String name = property.getKey();
      String at = pointer + "/" + Pointers.escape(name);
      boolean isSent =
          property.getValue().stream().noneMatch(s -> s.view().staysAtHome(Direction.REQUEST));
      Optional<JsonValue> value =
          object.member(name).or(() -> make(property.getValue(), at, Size.FULL));
      if (isSent && value.isPresent()) {
        visit(
            property.getValue(),
            at,
            value.get(),
            inner -> put.apply(object.with(name, inner)),
            depth - 1,
            facts.required().contains(name),
            inside);
      }
    }
  }

  private void firstItem(
      Facts facts,
      String pointer,
      JsonArray array,
      UnaryOperator<JsonValue> put,
      int depth,
      Optional<Alternative> inside) {
    String at = pointer + "/0";
    Optional<JsonValue> first =
        array.items().isEmpty()
            ? make(facts.item(0), at, Size.FULL)
            : Optional.of(array.items().getFirst());
    first.ifPresent(
        item ->
            visit(
                facts.item(0),
                at,
                item,
                inner -> put.apply(withFirst(array, inner)),
                depth - 1,
                true,
                inside));
  }

  private static JsonArray withFirst(JsonArray array, JsonValue first) {
    var items = new ArrayList<>(array.items());
    if (items.isEmpty()) {
      items.add(first);
    } else {
      items.set(0, first);
    }
    return new JsonArray(items);
  }
}
