package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Values that are listed one by one. That null is among them, or not, is told as nullability.
final class ValueEdits {
  /// The words that are compared here.
  static final long WORDS = Word.bits(Word.CONST, Word.ENUM);

  private ValueEdits() {}

  static void compare(Spot spot, Findings findings) {
    enums(spot, findings);
    Optional<Joined.Said<JsonValue>> before = spot.before().first(SchemaView::constValue);
    Optional<Joined.Said<JsonValue>> after = spot.after().first(SchemaView::constValue);
    Changes.plain(before, after)
        .ifPresent(change -> findings.plain(spot, "const", change, before, after));
  }

  private static void enums(Spot spot, Findings findings) {
    Optional<List<JsonValue>> before = spot.before().enumValues();
    Optional<List<JsonValue>> after = spot.after().enumValues();
    if (before.isEmpty() || after.isEmpty()) {
      if (before.isPresent() != after.isPresent()) {
        Edit.Change change = before.isEmpty() ? Edit.Change.SET : Edit.Change.UNSET;
        findings.add(
            spot,
            spot.edit("enum", "", change, list(spot.before(), before), list(spot.after(), after)),
            spot.way()
                .receiver(before, after)
                .map(values -> new Aim.Breaks(findings.keywords().of("enum", withNull(values)))));
      }
      return;
    }
    for (JsonValue value : before.get()) {
      if (!after.get().contains(value)) {
        one(spot, findings, Edit.Change.REMOVED, value);
      }
    }
    for (JsonValue value : after.get()) {
      if (!before.get().contains(value)) {
        one(spot, findings, Edit.Change.ADDED, value);
      }
    }
  }

  private static void one(Spot spot, Findings findings, Edit.Change change, JsonValue value) {
    boolean isAdded = change == Edit.Change.ADDED;
    boolean isSentOnly = isAdded != spot.way().isSentByBefore();
    findings.add(
        spot,
        spot.edit(
            "enum",
            "",
            change,
            isAdded ? Optional.empty() : said(spot.before(), value),
            isAdded ? said(spot.after(), value) : Optional.empty()),
        isSentOnly
            ? Optional.of(new Aim.Keeps(findings.keywords().of("const", value)))
            : Optional.empty());
  }

  private static JsonArray withNull(List<JsonValue> values) {
    var all = new ArrayList<JsonValue>(values);
    all.add(JsonNull.NULL);
    return new JsonArray(all);
  }

  private static Optional<Joined.Said<JsonValue>> list(
      Joined joined, Optional<List<JsonValue>> values) {
    return values.flatMap(all -> said(joined, new JsonArray(all)));
  }

  private static Optional<Joined.Said<JsonValue>> said(Joined joined, JsonValue value) {
    return joined.first(SchemaView::enumValues).map(each -> new Joined.Said<>(value, each.part()));
  }
}
