package dev.concordat.standin.value;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Changes a value as little as it takes to keep a response's schema: what must be there is made, what breaks a sentence is
/// made anew, or left out.
public final class Completion {
  private static final int MAX_CHANGES = 40;
  private static final Set<String> MISSING =
      Set.of("required", "dependentRequired", "dependencies", "discriminator");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

  private final ValueMaker maker;

  public Completion(ValueMaker maker) {
    this.maker = maker;
  }

  /// The value, changed; nothing where that did not help.
  ///
  /// @param path names the value's use
  public Optional<JsonValue> of(Schema schema, JsonValue value, String path) {
    JsonValue at = value;
    Set<String> touched = new HashSet<>();
    for (int i = 0; i < MAX_CHANGES; i++) {
      List<Violation> violations = schema.validate(at, Direction.RESPONSE);
      if (violations.isEmpty()) {
        return Optional.of(at);
      }
      Optional<JsonValue> changed = changed(schema, at, violations.getFirst(), path, touched);
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      at = changed.get();
    }
    return Optional.empty();
  }

  private Optional<JsonValue> changed(
      Schema schema, JsonValue value, Violation violation, String path, Set<String> touched) {
    List<String> tokens = Pointers.tokens(violation.instancePointer()).orElseGet(List::of);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonValue> made =
        inside(schema, tokens)
            .flatMap(inner -> maker.least(inner, path + violation.instancePointer()));
    boolean isNew = touched.add(violation.instancePointer());
    if (made.isPresent() && isNew) {
      return Optional.of(set(value, tokens, made));
    }
    // Made once already, and still wrong: it goes, or what holds it does.
    boolean isThere = !MISSING.contains(violation.keyword());
    if (isThere && touched.add("-" + violation.instancePointer())) {
      return Optional.of(set(value, tokens, Optional.empty()));
    }
    List<String> holder = tokens.subList(0, tokens.size() - 1);
    return holder.isEmpty() ? Optional.empty() : Optional.of(set(value, holder, Optional.empty()));
  }

  /// What is said of the place; of several parts that speak of it the first that goes on to its end.
  private static Optional<Schema> inside(Schema schema, List<String> tokens) {
    if (tokens.isEmpty()) {
      return Optional.of(schema);
    }
    String token = tokens.getFirst();
    List<Schema> steps = new ArrayList<>(SchemaShape.properties(schema, token));
    if (steps.isEmpty() && INDEX.matcher(token).matches()) {
      SchemaShape.item(schema).ifPresent(steps::add);
    }
    if (steps.isEmpty()) {
      SchemaShape.other(schema).ifPresent(steps::add);
    }
    List<String> rest = tokens.subList(1, tokens.size());
    return steps.stream().flatMap(step -> inside(step, rest).stream()).findFirst();
  }

  /// The value with another one at a place; without it where there is none.
  private static JsonValue set(JsonValue holder, List<String> tokens, Optional<JsonValue> value) {
    String token = tokens.getFirst();
    List<String> rest = tokens.subList(1, tokens.size());
    return switch (holder) {
      case JsonObject object -> {
        Optional<JsonValue> inner =
            rest.isEmpty()
                ? value
                : Optional.of(set(object.member(token).orElse(JsonObject.EMPTY), rest, value));
        yield inner.map(it -> object.with(token, it)).orElseGet(() -> object.without(token));
      }
      case JsonArray(List<JsonValue> items) -> {
        int index = INDEX.matcher(token).matches() ? Integer.parseInt(token) : items.size();
        if (index >= items.size()) {
          yield holder;
        }
        var changed = new ArrayList<>(items);
        Optional<JsonValue> inner =
            rest.isEmpty() ? value : Optional.of(set(items.get(index), rest, value));
        if (inner.isPresent()) {
          changed.set(index, inner.get());
        } else {
          changed.remove(index);
        }
        yield new JsonArray(changed);
      }
      default -> holder;
    };
  }
}
