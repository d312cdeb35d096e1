package dev.concordat.contracts.reader;

import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is put into a document to break its reader.
final class Bombs {
  private static final int DEPTH = ReadLimits.defaults().maxDepth() - 40;

  private Bombs() {}

  /// A member of a document: where it is, its name, and the document with another value there.
  record Spot(String pointer, String name, Function<JsonValue, JsonValue> with) {}

  static List<Spot> spots(JsonValue document) {
    var spots = new ArrayList<Spot>();
    collect(document, "#", replacement -> replacement, spots);
    return spots;
  }

  private static void collect(
      JsonValue value, String at, Function<JsonValue, JsonValue> with, List<Spot> spots) {
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach(
                  (name, member) ->
                      spot(
                          at + "/" + name.replace("~", "~0").replace("/", "~1"),
                          name,
                          member,
                          replacement -> with.apply(object.with(name, replacement)),
                          spots));
      case JsonArray array -> {
        for (int i = 0; i < array.items().size(); i++) {
          int index = i;
          spot(
              at + "/" + i,
              "0",
              array.items().get(i),
              replacement -> {
                var items = new ArrayList<>(array.items());
                items.set(index, replacement);
                return with.apply(new JsonArray(items));
              },
              spots);
        }
      }
      default -> {
        // a leaf was told by what holds it
      }
    }
  }

  private static void spot(
      String pointer,
      String name,
      JsonValue member,
      Function<JsonValue, JsonValue> with,
      List<Spot> spots) {
    spots.add(new Spot(pointer, name, with));
    collect(member, pointer, with, spots);
  }

  /// What a spot is replaced with, by the name of the bomb.
  static Map<String, Function<Spot, JsonValue>> ofSpots() {
    var bombs = new LinkedHashMap<String, Function<Spot, JsonValue>>();
    bombs.put("a huge number", spot -> new JsonNumber("1e999999999"));
    bombs.put("a tiny number", spot -> new JsonNumber("-1e-999999999"));
    bombs.put("a long number", spot -> new JsonNumber("9".repeat(900) + ".5"));
    bombs.put("a long text", spot -> new JsonString("({[".repeat(30_000)));
    bombs.put("counts in counts", spot -> new JsonString("^((a{1,300}){1,300}){1,300}$"));
    bombs.put("itself by reference", spot -> reference(spot.pointer()));
    bombs.put("the document by reference", spot -> reference("#"));
    bombs.put("a reference around a reference", Bombs::loop);
    bombs.put("objects in objects", spot -> nested(spot, Bombs::inObject));
    bombs.put("lists in objects", spot -> nested(spot, Bombs::inList));
    bombs.put("lists in lists", spot -> nested(spot, (name, inner) -> JsonArray.of(inner)));
    return bombs;
  }

  private static JsonObject reference(String to) {
    return JsonObject.EMPTY.with("$ref", new JsonString(to));
  }

  private static JsonObject loop(Spot spot) {
    return JsonObject.EMPTY
        .with("allOf", JsonArray.of(reference(spot.pointer())))
        .with("items", reference(spot.pointer() + "/allOf/0"))
        .with(spot.name(), reference(spot.pointer()));
  }

  private static JsonValue inObject(String name, JsonValue inner) {
    return JsonObject.EMPTY.with(name, inner);
  }

  private static JsonValue inList(String name, JsonValue inner) {
    return JsonObject.EMPTY.with(name, JsonArray.of(inner));
  }

  private static JsonValue nested(Spot spot, BiFunction<String, JsonValue, JsonValue> around) {
    JsonValue value = new JsonString("x");
    int each = around.apply("a", value).toString().startsWith("{\"a\":[") ? 2 : 1;
    for (int depth = 0; depth < DEPTH; depth += each) {
      value = around.apply(spot.name(), value);
    }
    return value;
  }

  /// YAML in which an alias stands for 2^30 values, at the place that holds the mark.
  static String aliases(String document, String mark) {
    String levels =
        Stream.iterate(1, level -> level + 1)
            .limit(30)
            .map(i -> "&a%d [*a%d, *a%d]".formatted(i, i - 1, i - 1))
            .reduce("&a0 [x]", (all, level) -> all + ", " + level);
    return "--- {x-bomb: ["
        + levels
        + "], "
        + document.substring(1).replace('"' + mark + '"', "*a30");
  }
}
