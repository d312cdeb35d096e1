package dev.concordat.drift.contract;

import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.PatternEngine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A place in a message with all schemas that may speak of it: those of a `$ref`, of all parts of an `allOf`, of every
/// alternative. Whether a name is documented is asked of all of them at once.
public final class SchemaPlace {
  /// No schema speaks of the place.
  public static final SchemaPlace NONE = new SchemaPlace(List.of());

  /// How many schemas one place may have; beyond, no more are looked at.
  private static final int MAX_SCHEMAS = 500;

  private static final SafePatterns PATTERNS = new SafePatterns();

  private final List<Schema> schemas;
  private final List<SchemaView> views;

  private SchemaPlace(List<Schema> schemas) {
    this.schemas = schemas;
    this.views = all(schemas);
  }

  /// The place of a whole value.
  public static SchemaPlace of(Optional<Schema> schema) {
    return schema.map(each -> new SchemaPlace(List.of(each))).orElse(NONE);
  }

  private static List<SchemaView> all(List<Schema> schemas) {
    Deque<Schema> open = new ArrayDeque<>(schemas);
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<SchemaView> views = new ArrayList<>();
    while (!open.isEmpty() && views.size() < MAX_SCHEMAS) {
      Schema schema = open.removeFirst();
      if (!seen.add(schema)) {
        continue;
      }
      SchemaView view = schema.view();
      views.add(view);
      open.addAll(view.allOf());
      open.addAll(view.anyOf());
      open.addAll(view.oneOf());
      open.addAll(view.conditions().values());
      open.addAll(view.dependentSchemas().values());
    }
    return views;
  }

  /// Whether some schema says which members there are, so that others are not documented.
  public boolean namesMembers() {
    return views.stream().anyMatch(view -> !view.properties().isEmpty()) && !isOpen();
  }

  /// Whether some schema says in words that there may be others.
  private boolean isOpen() {
    return views.stream()
        .anyMatch(
            view ->
                isAllowing(view.additionalProperties())
                    || isAllowing(view.unevaluatedProperties()));
  }

  private static boolean isAllowing(Optional<Schema> others) {
    return others.filter(schema -> !schema.allowsNothing()).isPresent();
  }

  /// Whether some schema speaks of a member of that name.
  public boolean documents(String name) {
    return views.stream()
        .anyMatch(
            view ->
                view.properties().containsKey(name)
                    || view.patternProperties().keySet().stream()
                        .anyMatch(
                            pattern ->
                                PATTERNS.find(pattern, name) == PatternEngine.Answer.MATCHES));
  }

  /// The place of a member.
  public SchemaPlace member(String name) {
    List<Schema> found = new ArrayList<>();
    for (SchemaView view : views) {
      Schema own = view.properties().get(name);
      if (own != null) {
        found.add(own);
      } else {
        view.additionalProperties().filter(s -> !s.allowsNothing()).ifPresent(found::add);
      }
      view.patternProperties()
          .forEach(
              (pattern, schema) -> {
                if (PATTERNS.find(pattern, name) == PatternEngine.Answer.MATCHES) {
                  found.add(schema);
                }
              });
    }
    return found.isEmpty() ? NONE : new SchemaPlace(found);
  }

  /// The place of the items of a list.
  public SchemaPlace items() {
    List<Schema> found = new ArrayList<>();
    for (SchemaView view : views) {
      view.items().ifPresent(found::add);
      found.addAll(view.prefixItems());
    }
    return found.isEmpty() ? NONE : new SchemaPlace(found);
  }

  /// Whether something is said of the values of this place.
  public boolean speaks() {
    return views.stream()
        .anyMatch(
            view ->
                !view.types().isEmpty()
                    || view.enumValues().isPresent()
                    || view.constValue().isPresent());
  }

  /// Whether a schema that was named for the place accepts a value; of alternatives one is enough.
  public boolean accepts(JsonValue value) {
    return schemas.isEmpty()
        || schemas.stream().anyMatch(schema -> schema.accepts(value, Direction.RESPONSE));
  }

  /// Whether the schemas allow a value of this JSON type.
  public boolean allowsType(JsonValue value) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    views.forEach(view -> types.addAll(view.types()));
    return types.isEmpty() || types.stream().anyMatch(type -> holds(type, value));
  }

  private static boolean holds(JsonType type, JsonValue value) {
    boolean isNumber = type == JsonType.INTEGER && value instanceof JsonNumber;
    return isNumber || type.name().equalsIgnoreCase(value.type());
  }

  /// What the contract shows as a value of this place, the most certain first.
  public Optional<JsonValue> example() {
    return views.stream()
        .flatMap(view -> view.constValue().stream())
        .findFirst()
        .or(() -> views.stream().flatMap(view -> view.examples().stream()).findFirst())
        .or(() -> views.stream().flatMap(view -> view.defaultValue().stream()).findFirst())
        .or(this::onlyEnumValue);
  }

  private Optional<JsonValue> onlyEnumValue() {
    return views.stream()
        .flatMap(view -> view.enumValues().stream())
        .filter(values -> values.size() == 1)
        .map(List::getFirst)
        .findFirst();
  }

  /// The values that the contract lists for the place; empty where it lists none.
  public List<JsonValue> listed() {
    return views.stream()
        .flatMap(view -> view.enumValues().stream())
        .flatMap(List::stream)
        .toList();
  }

  /// The place at a pointer below this one, `*` for any item.
  public SchemaPlace at(List<String> tokens) {
    SchemaPlace at = this;
    for (String token : tokens) {
      boolean isIndex = token.matches("[0-9]{1,9}") && !at.documents(token);
      boolean isItem = token.equals("*") || isIndex;
      at = isItem ? at.items() : at.member(token);
    }
    return at;
  }
}
