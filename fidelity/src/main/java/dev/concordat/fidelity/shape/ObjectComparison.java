package dev.concordat.fidelity.shape;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.scalar.Scalars;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What happened to an object: which members are gone, came up, were renamed or moved.
final class ObjectComparison {
  private final JsonComparison values;
  private final Changes changes;

  ObjectComparison(JsonComparison values, Changes changes) {
    this.values = values;
    this.changes = changes;
  }

  void compare(String at, JsonObject sent, JsonObject received) {
    var gone = new LinkedHashMap<String, JsonValue>(sent.members());
    var come = new LinkedHashMap<String, JsonValue>(received.members());
    gone.keySet().removeAll(received.members().keySet());
    come.keySet().removeAll(sent.members().keySet());
    sent.members()
        .forEach(
            (name, value) ->
                received.member(name).ifPresent(to -> values.compare(inside(at, name), value, to)));
    renamed(at, gone, come);
    moved(at, gone, come);
    gone.forEach((name, value) -> dropped(inside(at, name), value));
    come.forEach((name, value) -> appeared(inside(at, name), value));
  }

  private static String inside(String at, String name) {
    return at + "/" + Pointers.escape(name);
  }

  private void dropped(String at, JsonValue value) {
    changes.add(
        at,
        Scalars.isEmpty(value) ? Alteration.ABSENCE_CHANGED : Alteration.DROPPED,
        text(value),
        "");
  }

  private void appeared(String at, JsonValue value) {
    changes.add(
        at,
        value == JsonNull.NULL ? Alteration.ABSENCE_CHANGED : Alteration.INVENTED,
        "",
        text(value));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? "\"" + text + "\"" : value.toString();
  }

  /// Members that stand under another name: first those whose names differ in style only, then those of the same value.
  private void renamed(String at, Map<String, JsonValue> gone, Map<String, JsonValue> come) {
    for (String name : List.copyOf(gone.keySet())) {
      JsonValue value = value(gone, name);
      Optional<String> other =
          come.keySet().stream()
              .filter(candidate -> plain(candidate).equals(plain(name)))
              .findFirst()
              .or(() -> sameValue(value, come));
      other.ifPresent(
          found -> {
            changes.add(inside(at, name), Alteration.RENAMED, name, found);
            values.compare(inside(at, name), value, value(come, found));
            gone.remove(name);
            come.remove(found);
          });
    }
  }

  private static JsonValue value(Map<String, JsonValue> members, String name) {
    return Objects.requireNonNull(members.get(name));
  }

  private static Optional<String> sameValue(JsonValue value, Map<String, JsonValue> come) {
    if (!isTelling(value)) {
      return Optional.empty();
    }
    List<String> same =
        come.entrySet().stream()
            .filter(entry -> entry.getValue().equals(value))
            .map(Map.Entry::getKey)
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /// Whether two equal values are so unlikely that they must be one.
  private static boolean isTelling(JsonValue value) {
    return !Scalars.isEmpty(value) && value.toString().length() > 4;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Objects whose members were moved up, under names that may begin with the object's own; and the other way round.
  private void moved(String at, Map<String, JsonValue> gone, Map<String, JsonValue> come) {
    flattened(at, gone, come);
    flattened(at, come, gone);
  }

  private void flattened(String at, Map<String, JsonValue> deep, Map<String, JsonValue> flat) {
    for (String name : List.copyOf(deep.keySet())) {
      if (!(value(deep, name) instanceof JsonObject inner) || inner.size() == 0) {
        continue;
      }
      var taken = new ArrayList<String>();
      boolean isMoved =
          inner.members().entrySet().stream()
              .allMatch(
                  member ->
                      flatName(name, member.getKey(), member.getValue(), flat)
                          .map(taken::add)
                          .orElse(false));
      if (isMoved) {
        changes.add(inside(at, name), Alteration.RESHAPED, text(inner), String.join(", ", taken));
        deep.remove(name);
        taken.forEach(flat::remove);
      }
    }
  }

  private static Optional<String> flatName(
      String object, String member, JsonValue value, Map<String, JsonValue> flat) {
    return flat.entrySet().stream()
        .filter(
            entry ->
                plain(entry.getKey()).equals(plain(member))
                    || plain(entry.getKey()).equals(plain(object + member)))
        .filter(entry -> JsonComparison.same(value, entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
