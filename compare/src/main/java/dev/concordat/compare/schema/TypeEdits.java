package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The types of a value, and whether it may be null.
final class TypeEdits {
  private static final JsonValue NULL = new JsonString("null");

  private TypeEdits() {}

  static void compare(Spot spot, Findings findings) {
    Optional<Set<JsonType>> before = spot.before().types();
    Optional<Set<JsonType>> after = spot.after().types();
    if (!before.equals(after)) {
      findings.add(
          spot,
          spot.edit(
              "type",
              "",
              change(before, after),
              said(spot.before(), before),
              said(spot.after(), after)),
          spot.way()
              .receiver(before, after)
              .map(types -> new Aim.Breaks(findings.keywords().of("type", list(types, true)))));
    }
    nullability(spot, findings);
  }

  /// Where one side says nothing at all of types, that it takes null too is no news of its own.
  private static void nullability(Spot spot, Findings findings) {
    boolean wasNullable = spot.before().isNullable();
    boolean isNullable = spot.after().isNullable();
    if (wasNullable == isNullable || !spot.before().isTyped() || !spot.after().isTyped()) {
      return;
    }
    Edit.Change change = isNullable ? Edit.Change.SET : Edit.Change.UNSET;
    Aim aim = new Aim.Keeps(findings.keywords().of("type", NULL));
    findings.add(
        spot,
        spot.edit(
            Edit.NULLABLE,
            "",
            change,
            word(spot.before(), wasNullable),
            word(spot.after(), isNullable)),
        Optional.of(aim).filter(some -> !spot.receiver().isNullable()));
  }

  private static Optional<Joined.Said<JsonValue>> word(Joined joined, boolean isNullable) {
    return typed(joined).map(part -> new Joined.Said<JsonValue>(JsonBoolean.of(isNullable), part));
  }

  private static Optional<Joined.Said<JsonValue>> said(
      Joined joined, Optional<Set<JsonType>> types) {
    return types.flatMap(
        set -> typed(joined).map(part -> new Joined.Said<JsonValue>(list(set, false), part)));
  }

  private static Optional<Joined.Part> typed(Joined joined) {
    return joined.parts().stream()
        .filter(part -> !part.view().types().isEmpty())
        .findFirst()
        .or(() -> joined.parts().stream().findFirst());
  }

  static JsonArray list(Set<JsonType> types, boolean isWithNull) {
    List<JsonValue> names = new ArrayList<>();
    types.forEach(type -> names.add(new JsonString(type.name().toLowerCase(Locale.ROOT))));
    if (isWithNull) {
      names.add(NULL);
    }
    return new JsonArray(names);
  }

  private static Edit.Change change(Optional<Set<JsonType>> before, Optional<Set<JsonType>> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() ? Edit.Change.SET : Edit.Change.UNSET;
    }
    if (covers(after.get(), before.get())) {
      return Edit.Change.GENERALISED;
    }
    return covers(before.get(), after.get()) ? Edit.Change.SPECIALISED : Edit.Change.CHANGED;
  }

  private static boolean covers(Set<JsonType> wide, Set<JsonType> narrow) {
    Set<JsonType> all = wide.isEmpty() ? EnumSet.noneOf(JsonType.class) : EnumSet.copyOf(wide);
    if (all.contains(JsonType.NUMBER)) {
      all.add(JsonType.INTEGER);
    }
    return all.containsAll(narrow);
  }
}
