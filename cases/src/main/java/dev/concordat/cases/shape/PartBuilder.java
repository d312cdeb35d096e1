package dev.concordat.cases.shape;

import dev.concordat.cases.shape.Axes.Hook;
import dev.concordat.cases.value.Facts;
import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds what a schema leaves open.
final class PartBuilder {
  private static final int MAX_DEPTH = 5;
  private static final int MAX_BRANCHES = 6;

  /// A list is not made longer than this to reach its limit.
  private static final int MAX_ITEMS = 60;

  /// Schemas that hold themselves, or very many members, end here.
  private static final int MAX_PARTS = 400;

  private final ValueGenerator values;
  private final String path;
  private final Axes axes;
  private final Predicate<JsonValue> isSendable;
  private int made;

  /// @param path names the values that are made
  /// @param isSendable whether a whole value can be written for the wire
  PartBuilder(ValueGenerator values, String path, Axes axes, Predicate<JsonValue> isSendable) {
    this.values = values;
    this.path = path;
    this.axes = axes;
    this.isSendable = isSendable;
  }

  /// The part for schemas that all hold.
  ///
  /// @param pointer where, for names
  /// @param known a value that stands there in something that worked
  Part part(
      List<Schema> schemas,
      String pointer,
      Optional<JsonValue> known,
      boolean isRequired,
      Hook hook) {
    return part(schemas, pointer, known, isRequired, hook, MAX_DEPTH);
  }

  private Part part(
      List<Schema> schemas,
      String pointer,
      Optional<JsonValue> known,
      boolean isRequired,
      Hook hook,
      int depth) {
    if (made++ >= MAX_PARTS) {
      return new Part.Fixed(
          isRequired
              ? values.value(schemas, path + pointer, Size.MINIMAL, Direction.REQUEST)
              : Optional.empty());
    }
    int branches = branches(schemas);
    Facts facts = facts(schemas, 0);
    boolean isLeaf =
        depth == 0 || (branches < 2 && !isObject(facts) && !facts.types().contains("array"));
    if (isLeaf) {
      return leaf(facts, schemas, pointer, known, isRequired, hook, depth == MAX_DEPTH);
    }
    var names = new ArrayList<String>();
    int options = branches + (isRequired ? 0 : 1) + (facts.types().contains("null") ? 1 : 0);
    int axis = axes.add(options, hook);
    if (axis < 0 && !isRequired) {
      return new Part.Fixed(Optional.empty());
    }
    var parts = new ArrayList<Part>();
    int reached = axis < 0 ? 1 : branches;
    for (int branch = 0; branch < reached; branch++) {
      Hook inside = axis < 0 ? hook : Hook.at(axis, branch);
      names.add(branch == 0 ? "" : "as alternative " + (branch + 1));
      parts.add(structure(facts(schemas, branch), schemas, pointer, known, inside, depth));
    }
    if (axis < 0) {
      return parts.getFirst();
    }
    if (!isRequired) {
      names.add("absent");
      parts.add(new Part.Fixed(Optional.empty()));
    }
    if (facts.types().contains("null")) {
      names.add("null");
      parts.add(new Part.Fixed(Optional.of(JsonNull.NULL)));
    }
    return new Part.Alternatives(axis, named(pointer), names, parts);
  }

  private Part structure(
      Facts facts,
      List<Schema> schemas,
      String pointer,
      Optional<JsonValue> known,
      Hook hook,
      int depth) {
    if (isObject(facts)) {
      return members(facts, schemas, pointer, known, hook, depth);
    }
    return facts.types().contains("array")
        ? items(facts, pointer, known, hook, depth)
        : leaf(facts, schemas, pointer, known, true, hook, depth == MAX_DEPTH);
  }

  private Part leaf(
      Facts facts,
      List<Schema> schemas,
      String pointer,
      Optional<JsonValue> known,
      boolean isRequired,
      Hook hook,
      boolean isWhole) {
    Optional<JsonValue> plain =
        known
            .filter(value -> accept(schemas, value))
            .or(() -> values.value(schemas, path + pointer, Size.MINIMAL, Direction.REQUEST));
    var choices = new ArrayList<Choice>();
    choices.addAll(new LeafChoices(facts, schemas, texts(facts, pointer)).of(plain));
    if (isWhole) {
      choices.replaceAll(choice -> choice.where(isSendable));
      choices.removeIf(choice -> choice.values().isEmpty());
    }
    if (!isRequired || choices.isEmpty()) {
      choices.add(Choice.ABSENT);
    }
    return new Part.Leaf(axes.add(choices.size(), hook), named(pointer), choices);
  }

  private LeafChoices.Texts texts(Facts facts, String pointer) {
    return (least, most) -> values.text().matching(facts, least, most, path + pointer);
  }

  private Part members(
      Facts facts,
      List<Schema> schemas,
      String pointer,
      Optional<JsonValue> known,
      Hook hook,
      int depth) {
    Map<String, Part> members = new LinkedHashMap<>();
    Optional<JsonObject> like = known.filter(v -> v instanceof JsonObject).map(v -> (JsonObject) v);
    facts
        .properties()
        .forEach(
            (name, own) -> {
              if (own.stream().noneMatch(schema -> schema.view().staysAtHome(Direction.REQUEST))) {
                members.put(
                    name,
                    part(
                        own,
                        pointer + "/" + name,
                        like.flatMap(object -> object.member(name)),
                        facts.required().contains(name),
                        hook,
                        depth - 1));
              }
            });
    // Members that only `required`, a map or a least number of members ask for.
    values
        .value(schemas, path + pointer, Size.MINIMAL, Direction.REQUEST)
        .filter(value -> value instanceof JsonObject)
        .map(value -> ((JsonObject) value).members())
        .orElseGet(Map::of)
        .forEach(
            (name, value) -> {
              if (facts.required().contains(name) || facts.properties().isEmpty()) {
                members.putIfAbsent(name, new Part.Fixed(Optional.of(value)));
              }
            });
    return new Part.Members(members);
  }

  private Part items(Facts facts, String pointer, Optional<JsonValue> known, Hook hook, int depth) {
    int least = facts.minItems();
    int most = Math.min(facts.maxItems().orElse(Math.max(least, 3)), MAX_ITEMS);
    var counts = new ArrayList<Integer>();
    for (int count : new int[] {Math.max(least, Math.min(1, most)), least, most}) {
      boolean isWritten =
          count > 0 || depth < MAX_DEPTH || isSendable.test(new JsonArray(List.of()));
      if (!counts.contains(count) && count >= least && isWritten) {
        counts.add(count);
      }
    }
    if (counts.isEmpty()) {
      counts.add(least);
    }
    int axis = axes.add(counts.size(), hook);
    List<Schema> item = facts.item(0);
    Optional<JsonValue> first =
        known.flatMap(
            v ->
                v instanceof JsonArray(List<JsonValue> all)
                    ? all.stream().findFirst()
                    : Optional.empty());
    Hook filled = axis < 0 ? hook : Hook.where(axis, counts.size(), at -> counts.get(at) > 0);
    Part one =
        item.isEmpty()
            ? new Part.Fixed(first.or(() -> Optional.of(new JsonString("item"))))
            : part(item, pointer + "/0", first, true, filled, depth - 1);
    return new Part.Items(axis, named(pointer), counts, one, others(facts, pointer, most));
  }

  private List<JsonValue> others(Facts facts, String pointer, int most) {
    var others = new ArrayList<JsonValue>();
    for (int i = 1; i < most + 2 && !facts.item(i).isEmpty(); i++) {
      values
          .value(
              facts.item(i),
              path + pointer + "/" + i,
              i % 2 == 0 ? Size.MINIMAL : Size.FULL,
              Direction.REQUEST)
          .ifPresent(others::add);
    }
    return others;
  }

  private static boolean isObject(Facts facts) {
    List<String> types = facts.types();
    return types.contains("object") || (types.isEmpty() && !facts.properties().isEmpty());
  }

  private static boolean accept(List<Schema> schemas, JsonValue value) {
    return schemas.stream().allMatch(schema -> schema.accepts(value, Direction.REQUEST));
  }

  /// How many branches the widest `oneOf` or `anyOf` at this place has.
  private static int branches(List<Schema> schemas) {
    int[] most = {1};
    Facts.of(
        schemas,
        branches -> {
          most[0] = Math.max(most[0], Math.min(branches.size(), MAX_BRANCHES));
          return branches.getFirst();
        });
    return most[0];
  }

  private static Facts facts(List<Schema> schemas, int branch) {
    return Facts.of(schemas, branches -> branches.get(branch % branches.size()));
  }

  private static String named(String pointer) {
    return pointer.isEmpty() ? "body" : pointer.startsWith("/") ? pointer.substring(1) : pointer;
  }
}
