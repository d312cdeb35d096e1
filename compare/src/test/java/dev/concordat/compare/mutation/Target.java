package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A schema of an operation that every value of the whole message shows in full: on the way to it there are only objects and
/// arrays of which nothing else is said. References on the way become copies when it is edited, so that nothing else changes.
///
/// @param steps from the operation to the schema: names of members and positions in lists
/// @param kind where it stands
record Target(Slice slice, List<String> steps, Kind kind) {
  enum Kind {
    REQUEST,
    RESPONSE,
    QUERY
  }

  private static final int MOST_DEPTH = 6;
  private static final int MOST = 400;

  /// What an object or array on the way may say.
  private static final Set<String> PLAIN =
      Set.of(
          "type",
          "properties",
          "required",
          "items",
          "title",
          "description",
          "example",
          "examples",
          "nullable",
          "deprecated",
          "externalDocs",
          "minItems",
          "additionalProperties",
          "default");

  static List<Target> of(Slice slice) {
    var found = new ArrayList<Target>();
    JsonObject operation = slice.operation();
    inContent(slice, List.of("requestBody"), Kind.REQUEST, found);
    Slice.object(operation, "responses")
        .members()
        .keySet()
        .forEach(status -> inContent(slice, List.of("responses", status), Kind.RESPONSE, found));
    if (operation.member("parameters").orElse(null) instanceof JsonArray parameters) {
      for (int at = 0; at < parameters.items().size(); at++) {
        inParameter(slice, List.of("parameters", Integer.toString(at)), found);
      }
    }
    return found;
  }

  private static void inParameter(Slice slice, List<String> steps, List<Target> found) {
    JsonObject parameter = new Target(slice, steps, Kind.QUERY).schema();
    boolean isQuery = parameter.member("in").filter(new JsonString("query")::equals).isPresent();
    if (isQuery && parameter.has("schema")) {
      found.add(new Target(slice, with(steps, "schema"), Kind.QUERY));
    }
  }

  private static void inContent(Slice slice, List<String> steps, Kind kind, List<Target> found) {
    List<String> content = with(with(with(steps, "content"), "application/json"), "schema");
    var target = new Target(slice, content, kind);
    if (!target.schema().equals(JsonObject.EMPTY)) {
      target.collect(0, found);
    }
  }

  private void collect(int depth, List<Target> found) {
    JsonObject schema = schema();
    if (found.size() >= MOST
        || Keywords.isTrue(schema, "readOnly")
        || Keywords.isTrue(schema, "writeOnly")) {
      return;
    }
    found.add(this);
    boolean isPlain =
        schema.members().keySet().stream()
            .allMatch(name -> PLAIN.contains(name) || name.startsWith("x-"));
    if (depth == MOST_DEPTH || !isPlain) {
      return;
    }
    if (Keywords.type(schema).equals(Optional.of("object"))) {
      Keywords.properties(schema)
          .members()
          .keySet()
          .forEach(name -> inner("properties", name).collect(depth + 1, found));
    } else if (Keywords.type(schema).equals(Optional.of("array")) && schema.has("items")) {
      new Target(slice, with(steps, "items"), kind).collect(depth + 1, found);
    }
  }

  private Target inner(String keyword, String name) {
    return new Target(slice, with(with(steps, keyword), name), kind);
  }

  private static List<String> with(List<String> steps, String step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return List.copyOf(more);
  }

  /// The schema, or another object, that stands there; an empty one where there is none.
  JsonObject schema() {
    JsonValue at = slice.operation();
    for (String step : steps) {
      at = step(resolved(at), step).orElse(JsonObject.EMPTY);
    }
    return resolved(at) instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  /// The description with another schema there.
  JsonObject edited(JsonObject schema) {
    return slice.withOperation((JsonObject) edited(slice.operation(), 0, ignored -> schema));
  }

  private JsonValue edited(JsonValue at, int step, UnaryOperator<JsonValue> last) {
    if (step == steps.size()) {
      return last.apply(at);
    }
    String name = steps.get(step);
    JsonValue here = resolved(at);
    JsonValue inner = edited(step(here, name).orElseThrow(), step + 1, last);
    if (here instanceof JsonArray list) {
      var items = new ArrayList<>(list.items());
      items.set(Integer.parseInt(name), inner);
      return new JsonArray(items);
    }
    return ((JsonObject) here).with(name, inner);
  }

  private static Optional<JsonValue> step(JsonValue at, String name) {
    return switch (at) {
      case JsonObject object -> object.member(name);
      case JsonArray list -> Optional.of(list.items().get(Integer.parseInt(name)));
      default -> Optional.empty();
    };
  }

  private JsonValue resolved(JsonValue value) {
    JsonValue at = value;
    for (int hops = 0; hops < MOST_DEPTH; hops++) {
      if (!(at instanceof JsonObject object
          && object.member("$ref").orElse(null) instanceof JsonString(String text)
          && text.startsWith("#/components/"))) {
        return at;
      }
      String[] steps = text.split("/", -1);
      at =
          Slice.object(Slice.object(slice.description(), "components"), steps[2])
              .member(steps[3])
              .orElse(JsonObject.EMPTY);
    }
    return at;
  }
}
