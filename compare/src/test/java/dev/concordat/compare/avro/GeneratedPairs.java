package dev.concordat.compare.avro;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Schemas at random, and schemas that differ from them in a few places.
final class GeneratedPairs {
  private static final int MAX_DEPTH = 4;
  private static final List<String> PRIMITIVES =
      List.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");
  private static final List<String> SYMBOLS = List.of("A", "B", "C", "D", "E");
  private static final List<String> NAMESPACES = List.of("", "a", "b.c");

  private final Random random;
  private final List<String> names = new ArrayList<>();
  private int count;

  GeneratedPairs(Random random) {
    this.random = random;
  }

  JsonValue schema() {
    names.clear();
    count = 0;
    return chance(10) ? type(0) : record(0);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static JsonString text(String text) {
    return new JsonString(text);
  }

  private JsonValue type(int depth) {
    return switch (random.nextInt(depth >= MAX_DEPTH ? 9 : 14)) {
      case 0, 1, 2, 3, 4 -> text(one(PRIMITIVES));
      case 5 -> logical();
      case 6 -> enumeration();
      case 7 -> fixed();
      case 8 -> names.isEmpty() ? text("int") : nullable(text(one(names)));
      case 9 -> JsonObject.EMPTY.with("type", text("array")).with("items", type(depth + 1));
      case 10 -> JsonObject.EMPTY.with("type", text("map")).with("values", type(depth + 1));
      case 11 -> record(depth + 1);
      default -> union(depth + 1);
    };
  }

  private JsonValue logical() {
    return switch (random.nextInt(6)) {
      case 0 -> logical("long", "timestamp-millis");
      case 1 -> logical("long", "timestamp-micros");
      case 2 -> logical("int", "date");
      case 3 -> logical("string", "uuid");
      case 4 -> logical("int", "time-millis");
      default ->
          logical("bytes", "decimal")
              .with("precision", JsonNumber.of(4 + random.nextInt(3)))
              .with("scale", JsonNumber.of(random.nextInt(4)));
    };
  }

  private static JsonObject logical(String type, String logical) {
    return JsonObject.EMPTY.with("type", text(type)).with("logicalType", text(logical));
  }

  private JsonObject named(String kind) {
    String name = kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + count++;
    String namespace = one(NAMESPACES);
    names.add(namespace.isEmpty() ? name : namespace + "." + name);
    JsonObject object = JsonObject.EMPTY.with("type", text(kind)).with("name", text(name));
    return object.with("namespace", text(namespace));
  }

  private JsonObject enumeration() {
    var symbols = new ArrayList<>(SYMBOLS.subList(0, 1 + random.nextInt(SYMBOLS.size())));
    JsonObject object =
        named("enum")
            .with(
                "symbols",
                new JsonArray(symbols.stream().<JsonValue>map(JsonString::new).toList()));
    return chance(3) ? object.with("default", text(one(symbols))) : object;
  }

  private JsonObject fixed() {
    return named("fixed").with("size", JsonNumber.of(random.nextInt(4)));
  }

  private JsonObject record(int depth) {
    JsonObject object = named("record");
    var fields = new ArrayList<JsonValue>();
    for (int i = 0; i < random.nextInt(5); i++) {
      fields.add(field("f" + i, type(depth + 1)));
    }
    return object.with("fields", new JsonArray(fields));
  }

  private JsonObject field(String name, JsonValue type) {
    JsonObject field = JsonObject.EMPTY.with("name", text(name)).with("type", type);
    Optional<JsonValue> value = chance(2) ? defaultOf(type) : Optional.empty();
    return value.isPresent() ? field.with("default", value.get()) : field;
  }

  private Optional<JsonValue> defaultOf(JsonValue type) {
    return switch (type) {
      case JsonString(String name) ->
          switch (name) {
            case "null" -> Optional.of(JsonNull.NULL);
            case "int", "long" -> Optional.of(JsonNumber.of(random.nextInt(100)));
            case "float", "double" -> Optional.of(new JsonNumber("1.5"));
            case "string", "bytes" -> Optional.of(text("x"));
            case "boolean" -> Optional.of(new dev.concordat.model.json.JsonBoolean(true));
            default -> Optional.empty();
          };
      case JsonArray(List<JsonValue> branches) ->
          branches.isEmpty() ? Optional.empty() : defaultOf(branches.getFirst());
      case JsonObject object ->
          switch (object.member("type").orElse(JsonNull.NULL).toString()) {
            case "\"array\"" -> Optional.of(new JsonArray(List.of()));
            case "\"map\"" -> Optional.of(JsonObject.EMPTY);
            case "\"enum\"" ->
                Optional.of(
                    ((JsonArray) object.member("symbols").orElseThrow()).items().getFirst());
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private JsonValue union(int depth) {
    var branches = new LinkedHashMap<String, JsonValue>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      JsonValue branch = type(depth);
      if (!(branch instanceof JsonArray)) {
        branches.putIfAbsent(key(branch), branch);
      }
    }
    return new JsonArray(
        branches.isEmpty() ? List.of(text("null")) : List.copyOf(branches.values()));
  }

  private static String key(JsonValue branch) {
    return branch instanceof JsonObject object
        ? object.member("name").or(() -> object.member("type")).orElseThrow().toString()
        : branch.toString();
  }

  /// The schema with a few edits.
  JsonValue edited(JsonValue schema) {
    return switch (schema) {
      case JsonString(String name) -> primitive(name);
      case JsonArray(List<JsonValue> branches) -> editedUnion(branches);
      case JsonObject object -> editedObject(object);
      default -> schema;
    };
  }

  private JsonValue primitive(String name) {
    if (chance(12) && PRIMITIVES.contains(name)) {
      return text(one(PRIMITIVES));
    }
    return chance(25) ? nullable(text(name)) : text(name);
  }

  private static JsonValue nullable(JsonValue type) {
    return type.equals(text("null")) ? type : new JsonArray(List.of(text("null"), type));
  }

  private JsonValue editedUnion(List<JsonValue> branches) {
    var edited = new LinkedHashMap<String, JsonValue>();
    for (JsonValue branch : branches) {
      JsonValue each = edited(branch);
      if (!chance(12) && !(each instanceof JsonArray)) {
        edited.putIfAbsent(key(each), each);
      }
    }
    if (chance(12)) {
      String added = one(PRIMITIVES);
      edited.putIfAbsent(key(text(added)), text(added));
    }
    var list = new ArrayList<>(edited.values());
    if (chance(8)) {
      Collections.shuffle(list, random);
    }
    if (list.isEmpty()) {
      return text("null");
    }
    return list.size() == 1 && chance(3) ? list.getFirst() : new JsonArray(list);
  }

  private JsonValue editedObject(JsonObject object) {
    Map<String, JsonValue> edited = new LinkedHashMap<>(object.members());
    edited.computeIfPresent("items", (name, inner) -> edited(inner));
    edited.computeIfPresent("values", (name, inner) -> edited(inner));
    edited.computeIfPresent(
        "size", (name, size) -> chance(10) ? JsonNumber.of(random.nextInt(4)) : size);
    edited.computeIfPresent(
        "scale", (name, scale) -> chance(5) ? JsonNumber.of(random.nextInt(4)) : scale);
    edited.computeIfPresent(
        "logicalType",
        (name, logical) ->
            logical.toString().contains("timestamp") && chance(3)
                ? text(chance(2) ? "timestamp-micros" : "timestamp-millis")
                : logical);
    if (edited.containsKey("symbols")) {
      editSymbols(edited);
    }
    if (object.member("fields").orElse(null) instanceof JsonArray(List<JsonValue> fields)) {
      edited.put("fields", editedFields(fields));
    }
    if (edited.containsKey("name")) {
      rename(edited);
    }
    JsonObject result = new JsonObject(edited);
    return chance(40) ? nullable(result) : result;
  }

  private void editSymbols(Map<String, JsonValue> edited) {
    var symbols =
        new ArrayList<>(((JsonArray) edited.getOrDefault("symbols", JsonNull.NULL)).items());
    if (chance(5) && symbols.size() > 1) {
      symbols.remove(random.nextInt(symbols.size()));
    }
    if (chance(5)) {
      symbols.add(text("NEW"));
    }
    if (chance(8)) {
      Collections.shuffle(symbols, random);
    }
    edited.put("symbols", new JsonArray(symbols));
    if (chance(6)) {
      edited.put("default", one(symbols));
    } else if (chance(6)) {
      edited.remove("default");
    }
  }

  private JsonArray editedFields(List<JsonValue> fields) {
    var edited = new ArrayList<JsonValue>();
    for (JsonValue each : fields) {
      JsonObject field = (JsonObject) each;
      if (chance(12)) {
        continue;
      }
      String name = ((JsonString) field.member("name").orElseThrow()).value();
      JsonValue type = edited(field.member("type").orElseThrow());
      JsonObject next = field.with("type", type);
      if (!type.equals(field.member("type").orElseThrow()) || chance(10)) {
        next = next.without("default");
        Optional<JsonValue> value = chance(2) ? defaultOf(type) : Optional.empty();
        next = value.isPresent() ? next.with("default", value.get()) : next;
      }
      if (chance(15)) {
        next = next.with("name", text(name + "x"));
        next = chance(3) ? next : next.with("aliases", new JsonArray(List.of(text(name))));
      }
      edited.add(next);
    }
    if (chance(6)) {
      edited.add(field("added" + edited.size(), text(one(PRIMITIVES))));
    }
    if (chance(10)) {
      Collections.shuffle(edited, random);
    }
    return new JsonArray(edited);
  }

  private void rename(Map<String, JsonValue> edited) {
    String name = ((JsonString) edited.getOrDefault("name", text(""))).value();
    String namespace = ((JsonString) edited.getOrDefault("namespace", text(""))).value();
    String full = namespace.isEmpty() ? name : namespace + "." + name;
    if (chance(25)) {
      edited.put("name", text(name + "x"));
      if (!chance(3)) {
        edited.put("aliases", new JsonArray(List.of(text(full))));
      }
    } else if (chance(30)) {
      edited.put("namespace", text(one(NAMESPACES)));
    }
  }
}
