package dev.concordat.compare.graphql;

import static dev.concordat.compare.graphql.InspectorType.DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED;
import static dev.concordat.compare.graphql.InspectorType.DIRECTIVE_USAGE_ARGUMENT_DEFINITION_REMOVED;
import static dev.concordat.compare.graphql.InspectorType.DIRECTIVE_USAGE_FIELD_DEFINITION_ADDED;
import static dev.concordat.compare.graphql.InspectorType.DIRECTIVE_USAGE_FIELD_DEFINITION_REMOVED;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Compares the fields of an object or interface, and their arguments.
final class FieldWalk {
  private final SchemaView before;
  private final SchemaView after;
  private final Changes changes;
  private final UsageWalk usages;

  FieldWalk(SchemaView before, SchemaView after, Changes changes, UsageWalk usages) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.usages = usages;
  }

  /// All fields of a type.
  ///
  /// @param isNew whether the type is only in the new schema
  void compare(String type, boolean isNew) {
    SideBySide<Field> fields =
        SideBySide.of(
            isNew ? List.of() : List.copyOf(before.fields(type).values()),
            List.copyOf(after.fields(type).values()),
            Field::name);
    for (Field field : fields.removed()) {
      changes
          .of(
              InspectorType.FIELD_REMOVED,
              Subject.of(type, field.name()),
              Part.FIELD,
              path(type, field))
          .level(Level.BREAKING)
          .before(SchemaView.sentence(field))
          .say("the field `" + path(type, field) + "` is gone" + Notes.deprecated(field));
    }
    for (Field field : fields.added()) {
      changes
          .of(
              InspectorType.FIELD_ADDED,
              Subject.of(type, field.name()),
              Part.FIELD,
              path(type, field))
          .level(Level.NON_BREAKING)
          .ofNew(isNew)
          .after(SchemaView.sentence(field))
          .say("the field `" + path(type, field) + "` is new");
      inside(type, Optional.empty(), field);
    }
    fields.both().forEach(pair -> inside(type, Optional.of(pair.before()), pair.after()));
  }

  private static String path(String type, Field field) {
    return type + "." + field.name();
  }

  private void inside(String type, Optional<Field> old, Field field) {
    String path = path(type, field);
    var notes = new Notes(changes, Subject.of(type, field.name()), Part.FIELD, path, old.isEmpty());
    notes.describe(
        Notes.OF_FIELDS,
        old.map(SchemaView::sentence),
        SchemaView.sentence(field),
        old.flatMap(Field::description),
        field.description());
    notes.deprecate(old, field);
    old.filter(one -> !one.type().equals(field.type()))
        .ifPresent(one -> typeChanged(type, one, field));
    arguments(type, old, field);
    usages.compare(
        old.map(Field::directives).orElseGet(List::of),
        field.directives(),
        new UsageWalk.Spot(
            path,
            "the field `" + path + "`",
            Subject.of(type, field.name()),
            Part.FIELD,
            DIRECTIVE_USAGE_FIELD_DEFINITION_ADDED,
            DIRECTIVE_USAGE_FIELD_DEFINITION_REMOVED,
            old.isEmpty(),
            old.map(SchemaView::sentence),
            Optional.of(SchemaView.sentence(field))));
  }

  private void typeChanged(String type, Field old, Field field) {
    boolean isSafe = TypeReference.of(field.type()).fitsInto(TypeReference.of(old.type()));
    changes
        .of(
            InspectorType.FIELD_TYPE_CHANGED,
            Subject.of(type, field.name()),
            Part.FIELD,
            path(type, field))
        .level(isSafe ? Level.NON_BREAKING : Level.BREAKING)
        .before(SchemaView.sentence(old))
        .after(SchemaView.sentence(field))
        .say(
            "the field `"
                + path(type, field)
                + "` is a `"
                + field.type()
                + "`, it was a `"
                + old.type()
                + "`");
  }

  private void arguments(String type, Optional<Field> old, Field field) {
    String path = path(type, field);
    SideBySide<Field> arguments =
        SideBySide.of(
            old.map(Field::arguments).orElseGet(List::of), field.arguments(), Field::name);
    for (Field argument : arguments.removed()) {
      of(InspectorType.FIELD_ARGUMENT_REMOVED, type, field, argument)
          .level(Level.BREAKING)
          .before(SchemaView.sentence(argument))
          .after(SchemaView.sentence(field))
          .say(
              "`"
                  + path
                  + "` no longer has the argument `"
                  + argument.name()
                  + "`"
                  + Notes.deprecated(argument));
    }
    for (Field argument : arguments.added()) {
      Optional<JsonValue> value = new Defaults(after).of(argument);
      boolean isNeeded = argument.isNonNull() && value.isEmpty();
      of(InspectorType.FIELD_ARGUMENT_ADDED, type, field, argument)
          .level(old.isEmpty() ? Level.NON_BREAKING : isNeeded ? Level.BREAKING : Level.DANGEROUS)
          .ofNew(old.isEmpty())
          .after(SchemaView.sentence(argument))
          .say(
              "`"
                  + path
                  + "` "
                  + (isNeeded ? "needs" : "takes")
                  + " the new argument `"
                  + argument.name()
                  + ": "
                  + argument.type()
                  + Notes.defaultOf(argument)
                  + "`");
    }
    arguments.both().forEach(pair -> argument(type, field, pair.before(), pair.after()));
  }

  private Changes.Draft of(InspectorType change, String type, Field field, Field argument) {
    return changes.of(
        change,
        Subject.of(type, field.name(), argument.name()),
        Part.ARGUMENT,
        path(type, field) + "." + argument.name());
  }

  private void argument(String type, Field field, Field old, Field now) {
    String path = path(type, field) + "." + now.name();
    Subject subject = Subject.of(type, field.name(), now.name());
    var notes = new Notes(changes, subject, Part.ARGUMENT, path, false);
    notes.described(
        InspectorType.FIELD_ARGUMENT_DESCRIPTION_CHANGED,
        Optional.of(SchemaView.sentence(old)),
        SchemaView.sentence(now),
        old.description(),
        now.description());
    notes.defaultChanged(
        InspectorType.FIELD_ARGUMENT_DEFAULT_CHANGED,
        old,
        now,
        new Defaults(before).of(old),
        new Defaults(after).of(now));
    notes.sentTypeChanged(InspectorType.FIELD_ARGUMENT_TYPE_CHANGED, old, now);
    usages.compare(
        old.directives(),
        now.directives(),
        new UsageWalk.Spot(
            path,
            "the argument `" + path + "`",
            subject,
            Part.ARGUMENT,
            DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED,
            DIRECTIVE_USAGE_ARGUMENT_DEFINITION_REMOVED,
            false,
            Optional.of(SchemaView.sentence(old)),
            Optional.of(SchemaView.sentence(now))));
  }

  /// The kinds whose fields are compared here.
  static boolean hasFields(GraphQlType type) {
    return type.kind() == GraphQlType.Kind.OBJECT || type.kind() == GraphQlType.Kind.INTERFACE;
  }
}
