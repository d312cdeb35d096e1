package dev.concordat.cases.value;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One attempt at a value. Later attempts choose other branches of alternatives.
final class Generation {
  /// Members that are not required end here, so that schemas that hold themselves come to an end.
  private static final int MAX_OPTIONAL_DEPTH = 5;

  private static final int MAX_DEPTH = 24;
  private static final List<String> TYPES =
      List.of("string", "integer", "boolean", "object", "array", "number", "null");
  private static final int MAX_ITEMS = 1_000;

  /// Where so many values could not be made, others cannot either.
  private static final int MAX_FAILURES = 3;

  private final long seed;
  private final Size size;
  private final Direction direction;
  private final int attempt;
  private int depth;

  Generation(long seed, Size size, Direction direction, int attempt) {
    this.seed = seed;
    this.size = size;
    this.direction = direction;
    this.attempt = attempt;
  }

  private Dice dice(String path) {
    return Dice.at(seed, attempt == 0 ? path : path + "#" + attempt);
  }

  /// A value that the schemas probably accept.
  Optional<JsonValue> value(List<Schema> schemas, String path) {
    if (depth >= MAX_DEPTH) {
      return Optional.empty();
    }
    depth++;
    try {
      Facts facts = Facts.of(schemas, branches -> branch(branches, path));
      return chosen(facts, schemas, path).or(() -> made(facts, path));
    } finally {
      depth--;
    }
  }

  private Schema branch(List<Schema> branches, String path) {
    List<Schema> useful = branches.stream().filter(branch -> !saysNull(branch)).toList();
    List<Schema> choice = useful.isEmpty() ? branches : useful;
    return attempt == 0 ? choice.getFirst() : dice(path + "?").oneOf(choice);
  }

  private static boolean saysNull(Schema schema) {
    return schema.view().types().equals(Set.of(JsonType.NULL));
  }

  /// What the contract itself gives: a constant, one of an enumeration, an example of a scalar.
  private Optional<JsonValue> chosen(Facts facts, List<Schema> schemas, String path) {
    if (facts.constant().isPresent()) {
      return facts.constant();
    }
    List<JsonValue> allowed =
        facts.enumeration().stream().filter(value -> accept(schemas, value)).toList();
    if (!allowed.isEmpty()) {
      return Optional.of(size == Size.MINIMAL ? allowed.getFirst() : dice(path).oneOf(allowed));
    }
    return facts.written().stream()
        .filter(value -> !(value instanceof JsonObject || value instanceof JsonArray))
        .filter(value -> value != JsonNull.NULL && accept(schemas, value))
        .findFirst();
  }

  private boolean accept(List<Schema> schemas, JsonValue value) {
    return schemas.stream().allMatch(schema -> schema.accepts(value, direction));
  }

  private Optional<JsonValue> made(Facts facts, String path) {
    return switch (typeOf(facts)) {
      case "null" -> Optional.of(JsonNull.NULL);
      case "boolean" -> Optional.of(JsonBoolean.of(yes(path)));
      case "integer" -> Numbers.integer(facts, size, dice(path)).map(JsonValue.class::cast);
      case "number" -> Numbers.number(facts, size, dice(path)).map(JsonValue.class::cast);
      case "array" -> array(facts, path);
      case "object" -> object(facts, path);
      default -> Strings.text(facts, wantsShort(), dice(path)).map(JsonString::new);
    };
  }

  /// What the schema refuses of the shortest text, as with look-around, is no better in a second attempt.
  private boolean wantsShort() {
    return size == Size.MINIMAL && attempt < 2;
  }

  /// A request says yes, so that what it switches on is tried; an answer says one or the other.
  private boolean yes(String path) {
    return size == Size.FULL && (direction == Direction.REQUEST || dice(path).below(2) == 1);
  }

  private String typeOf(Facts facts) {
    List<String> types = facts.types();
    if (types.isEmpty()) {
      return guessed(facts);
    }
    List<String> useful = types.stream().filter(type -> !type.equals("null")).toList();
    return useful.isEmpty() ? "null" : useful.get(attempt % useful.size());
  }

  /// The type that the constraints speak of; later attempts try every type.
  private String guessed(Facts facts) {
    if (attempt > 0) {
      return TYPES.get(attempt % TYPES.size());
    }
    boolean isObject =
        !facts.properties().isEmpty()
            || !facts.required().isEmpty()
            || !facts.otherMembers().isEmpty();
    boolean isNumber =
        facts.minimum().isPresent()
            || facts.maximum().isPresent()
            || facts.multipleOf().isPresent();
    if (isObject) {
      return "object";
    }
    return !facts.item(0).isEmpty() ? "array" : isNumber ? "number" : "string";
  }

  private Optional<JsonValue> array(Facts facts, String path) {
    int least = Math.max(facts.minItems(), size == Size.FULL ? 1 : 0);
    int count =
        Math.min(
            Math.max(least, size == Size.FULL ? facts.namedItems() : 0),
            facts.maxItems().orElse(MAX_ITEMS));
    if (count > MAX_ITEMS) {
      return Optional.empty();
    }
    var items = new ArrayList<JsonValue>();
    for (int i = 0; i < count; i++) {
      Optional<JsonValue> item = item(facts, items, path, i);
      if (item.isEmpty()) {
        return i >= facts.minItems() ? Optional.of(new JsonArray(items)) : Optional.empty();
      }
      items.add(item.get());
    }
    return Optional.of(new JsonArray(items));
  }

  /// The next item; where items are unique, one that is not there yet.
  private Optional<JsonValue> item(Facts facts, List<JsonValue> before, String path, int index) {
    List<Schema> schemas = facts.item(index);
    int tries = facts.uniqueItems() ? MAX_DEPTH : 1;
    for (int i = 0; i < tries; i++) {
      String own = path + "/" + index + (i == 0 ? "" : "~" + i);
      Optional<JsonValue> item =
          schemas.isEmpty()
              ? Optional.of(new JsonString(Formats.word(dice(own)) + index))
              : i == 0 ? value(schemas, own) : another(schemas, own);
      if (item.isEmpty() || !facts.uniqueItems() || !before.contains(item.get())) {
        return item;
      }
    }
    return Optional.empty();
  }

  /// A value other than what the contract itself gives first.
  private Optional<JsonValue> another(List<Schema> schemas, String path) {
    Facts facts = Facts.of(schemas, branches -> branch(branches, path));
    return facts.enumeration().isEmpty()
        ? new Generation(seed, Size.FULL, direction, attempt).made(facts, path)
        : Optional.of(dice(path).oneOf(facts.enumeration()));
  }

  private Optional<JsonValue> object(Facts facts, String path) {
    Map<String, List<Schema>> properties = facts.properties();
    Set<String> required = facts.required();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, List<Schema>> property : properties.entrySet()) {
      String name = property.getKey();
      boolean isRequired = required.contains(name);
      if (!isSent(property.getValue()) || !(isRequired || wantsOptional())) {
        continue;
      }
      Optional<JsonValue> value = value(property.getValue(), path + "/" + name);
      if (value.isPresent()) {
        members.put(name, value.get());
      } else if (isRequired) {
        return Optional.empty();
      }
    }
    for (String name : required) {
      if (!properties.containsKey(name)) {
        other(facts, path + "/" + name).ifPresent(value -> members.put(name, value));
      }
    }
    addOthers(facts, path, members);
    return Optional.of(new JsonObject(members));
  }

  /// A later attempt at a minimal value takes in what is optional: some schemas require it only on a condition.
  private boolean wantsOptional() {
    return (size == Size.FULL || attempt > 8) && depth <= MAX_OPTIONAL_DEPTH;
  }

  private boolean isSent(List<Schema> schemas) {
    return switch (direction) {
      case REQUEST ->
          schemas.stream().noneMatch(schema -> schema.view().staysAtHome(Direction.REQUEST));
      case RESPONSE ->
          schemas.stream().noneMatch(schema -> schema.view().staysAtHome(Direction.RESPONSE));
      case NONE -> true;
    };
  }

  private void addOthers(Facts facts, String path, Map<String, JsonValue> members) {
    boolean isMap = facts.properties().isEmpty() && !facts.otherMembers().isEmpty();
    int least = Math.max(facts.minProperties(), isMap && wantsOptional() ? 1 : 0);
    for (Map.Entry<String, List<Schema>> property : facts.properties().entrySet()) {
      if (members.size() < least
          && !members.containsKey(property.getKey())
          && isSent(property.getValue())) {
        value(property.getValue(), path + "/" + property.getKey())
            .ifPresent(value -> members.put(property.getKey(), value));
      }
    }
    int failures = 0;
    for (int i = 1; members.size() < least && i <= MAX_ITEMS && failures < MAX_FAILURES; i++) {
      String name = Formats.word(dice(path + "{" + i)) + i;
      Optional<JsonValue> value = other(facts, path + "/" + name);
      if (value.isPresent()) {
        members.put(name, value.get());
      } else {
        failures++;
      }
    }
  }

  private Optional<JsonValue> other(Facts facts, String path) {
    return facts.otherMembers().isEmpty()
        ? Optional.of(new JsonString(Formats.word(dice(path))))
        : value(facts.otherMembers(), path);
  }
}
