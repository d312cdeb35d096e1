package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.schema.Word;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// Sentences that restrict no value, or only by the way it travels: defaults, units, lifecycle, `readOnly`, `writeOnly`.
final class NoteEdits {
  /// The words that are compared here.
  static final long WORDS =
      Word.bits(
          Word.DEPRECATED,
          Word.READ_ONLY,
          Word.WRITE_ONLY,
          Word.UNIQUE_ITEMS,
          Word.DEFAULT,
          Word.CONTENT_MEDIA_TYPE,
          Word.CONTENT_ENCODING,
          Word.CONTENT_SCHEMA,
          Word.XML,
          Word.EXTENSION);

  private static final List<String> PLAIN =
      List.of(
          "contentMediaType",
          "contentEncoding",
          "contentSchema",
          "x-sunset",
          "x-stability-level",
          "xml");

  private static final String OPEN_LIST = "x-extensible-enum";

  /// Parts of names of extensions that say what a number means.
  private static final Set<String> UNITS =
      Set.of("unit", "currency", "scale", "precision", "timezone");

  private NoteEdits() {}

  /// What of a schema is compared here, so that schemas that differ only in it are not taken for the same.
  static Optional<?> of(Schema schema) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return Optional.empty();
    }
    Map<String, JsonValue> notes = new LinkedHashMap<>();
    for (ObjectNode.Member member : object.members()) {
      if (isNote(member.name())) {
        notes.put(member.name(), member.value().toJson());
      }
    }
    return notes.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(notes));
  }

  private static boolean isNote(String name) {
    return PLAIN.contains(name)
        || name.equals("default")
        || name.equals("deprecated")
        || name.equals("format")
        || name.equals("discriminator")
        || name.equals(OPEN_LIST)
        || isUnit(name);
  }

  private static boolean isUnit(String name) {
    return name.startsWith("x-") && UNITS.stream().anyMatch(name::contains);
  }

  static void compare(Spot spot, Findings findings) {
    flags(spot, findings);
    note(spot, findings, "default", SchemaView::defaultValue);
    PLAIN.forEach(name -> note(spot, findings, name, view -> written(view, name)));
    Set<String> units = new TreeSet<>();
    for (Joined side : List.of(spot.before(), spot.after())) {
      side.parts().forEach(part -> units.addAll(units(part.view())));
    }
    units.forEach(name -> note(spot, findings, name, view -> written(view, name)));
    openList(spot, findings);
  }

  /// A list that calls itself open refuses nothing; what the receiver no longer names is taken as any other value.
  private static void openList(Spot spot, Findings findings) {
    Optional<Joined.Said<JsonValue>> before = spot.before().first(view -> written(view, OPEN_LIST));
    Optional<Joined.Said<JsonValue>> after = spot.after().first(view -> written(view, OPEN_LIST));
    if (spot.way().isSentByBefore()
        && before.isPresent()
        && before.get().value() instanceof JsonArray(List<JsonValue> named)
        && after.isPresent()
        && after.get().value() instanceof JsonArray(List<JsonValue> still)) {
      for (JsonValue value : named) {
        if (!still.contains(value)) {
          findings.add(
              spot,
              spot.edit(
                  OPEN_LIST,
                  "",
                  Edit.Change.REMOVED,
                  Optional.of(new Joined.Said<>(value, before.get().part())),
                  Optional.empty()),
              Optional.empty());
        }
      }
    }
  }

  private static List<String> units(SchemaView view) {
    return view.schema().node() instanceof ObjectNode object
        ? object.members().stream().map(ObjectNode.Member::name).filter(NoteEdits::isUnit).toList()
        : List.of();
  }

  private static Optional<JsonValue> written(SchemaView view, String name) {
    return view.schema().node() instanceof ObjectNode object
        ? object.get(name).map(node -> node.toJson())
        : Optional.empty();
  }

  private static void note(
      Spot spot,
      Findings findings,
      String keyword,
      Function<SchemaView, Optional<JsonValue>> value) {
    Optional<Joined.Said<JsonValue>> before = spot.before().first(value);
    Optional<Joined.Said<JsonValue>> after = spot.after().first(value);
    if (Changes.plain(before, after).isPresent()) {
      findings.note(spot, keyword, before, after, () -> Edit.Change.CHANGED);
    }
  }

  private static void flags(Spot spot, Findings findings) {
    flag(spot, findings, "deprecated", SchemaView::deprecated, Optional.empty());
    flag(spot, findings, "readOnly", SchemaView::readOnly, oneWay(spot, Direction.REQUEST));
    flag(spot, findings, "writeOnly", SchemaView::writeOnly, oneWay(spot, Direction.RESPONSE));
    flag(
        spot,
        findings,
        "uniqueItems",
        SchemaView::uniqueItems,
        Optional.of(new Aim.Breaks(findings.keywords().of("uniqueItems", JsonBoolean.of(true))))
            .filter(ignored -> spot.receiver().any(SchemaView::uniqueItems))
            .map(spot.route()::aim));
  }

  /// A member that does not travel this way may be missing; one that does travel may be refused.
  private static Optional<Aim> oneWay(Spot spot, Direction direction) {
    if (spot.way().direction() != direction || spot.route().step().isEmpty()) {
      return Optional.empty();
    }
    Aim there = spot.route().aim(new Aim.All(List.of()));
    return spot.route().step().get() instanceof Step.Member(String name)
        ? Optional.of(
            new Aim.Any(
                List.of(spot.route().outer().orElseThrow().aim(new Aim.Lacks(name)), there)))
        : Optional.of(there);
  }

  private static void flag(
      Spot spot,
      Findings findings,
      String keyword,
      Predicate<SchemaView> flag,
      Optional<Aim> whole) {
    boolean before = spot.before().any(flag);
    boolean after = spot.after().any(flag);
    if (before != after) {
      findings.addWhole(
          spot,
          spot.edit(
              keyword,
              "",
              after ? Edit.Change.SET : Edit.Change.UNSET,
              said(spot.before(), flag),
              said(spot.after(), flag)),
          whole);
    }
  }

  private static Optional<Joined.Said<JsonValue>> said(Joined joined, Predicate<SchemaView> flag) {
    return joined.first(
        view -> Optional.<JsonValue>of(JsonBoolean.of(true)).filter(t -> flag.test(view)));
  }
}
