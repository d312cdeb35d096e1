package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Compares the fields of an input.
final class InputWalk {
  private final SchemaView before;
  private final SchemaView after;
  private final Changes changes;
  private final UsageWalk usages;

  InputWalk(SchemaView before, SchemaView after, Changes changes, UsageWalk usages) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.usages = usages;
  }

  /// @param isNew whether the input is only in the new schema
  void compare(String type, boolean isNew) {
    SideBySide<Field> fields =
        SideBySide.of(
            isNew ? List.of() : List.copyOf(before.fields(type).values()),
            List.copyOf(after.fields(type).values()),
            Field::name);
    for (Field field : fields.removed()) {
      of(InspectorType.INPUT_FIELD_REMOVED, type, field)
          .level(Level.BREAKING)
          .before(SchemaView.sentence(field))
          .say(
              "the input `"
                  + type
                  + "` no longer has the field `"
                  + field.name()
                  + "`"
                  + Notes.deprecated(field));
    }
    for (Field field : fields.added()) {
      added(type, field, isNew);
      field(type, Optional.empty(), field);
    }
    fields.both().forEach(pair -> field(type, Optional.of(pair.before()), pair.after()));
  }

  private Changes.Draft of(InspectorType change, String type, Field field) {
    return changes.of(
        change, Subject.of(type, field.name()), Part.FIELD, type + "." + field.name());
  }

  private void added(String type, Field field, boolean isNew) {
    Optional<JsonValue> value = new Defaults(after).of(field);
    boolean isNeeded = field.isNonNull() && value.isEmpty();
    Level level =
        isNew || (!field.isNonNull() && value.isEmpty())
            ? Level.NON_BREAKING
            : isNeeded ? Level.BREAKING : Level.DANGEROUS;
    of(InspectorType.INPUT_FIELD_ADDED, type, field)
        .level(level)
        .ofNew(isNew)
        .after(SchemaView.sentence(field))
        .say(
            "the input `"
                + type
                + "` "
                + (isNeeded ? "needs" : "takes")
                + " the new field `"
                + field.name()
                + ": "
                + field.type()
                + Notes.defaultOf(field)
                + "`");
  }

  private void field(String type, Optional<Field> old, Field now) {
    String path = type + "." + now.name();
    Subject subject = Subject.of(type, now.name());
    var notes = new Notes(changes, subject, Part.FIELD, path, old.isEmpty());
    notes.describe(
        Notes.OF_INPUTS,
        old.map(SchemaView::sentence),
        SchemaView.sentence(now),
        old.flatMap(Field::description),
        now.description());
    old.ifPresent(
        one -> {
          notes.defaultChanged(
              InspectorType.INPUT_FIELD_DEFAULT_VALUE_CHANGED,
              one,
              now,
              new Defaults(before).of(one),
              new Defaults(after).of(now));
          notes.sentTypeChanged(InspectorType.INPUT_FIELD_TYPE_CHANGED, one, now);
        });
    usages.compare(
        old.map(Field::directives).orElseGet(List::of),
        now.directives(),
        new UsageWalk.Spot(
            path,
            "the input field `" + path + "`",
            subject,
            Part.FIELD,
            InspectorType.DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_ADDED,
            InspectorType.DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_REMOVED,
            old.isEmpty(),
            old.map(SchemaView::sentence),
            Optional.of(SchemaView.sentence(now))));
  }
}
