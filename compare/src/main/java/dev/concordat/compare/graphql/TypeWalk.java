package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// Compares two types of one name.
final class TypeWalk {
  private final Changes changes;
  private final UsageWalk usages;
  private final FieldWalk fields;
  private final InputWalk inputs;

  TypeWalk(SchemaView before, SchemaView after, Changes changes, UsageWalk usages) {
    this.changes = changes;
    this.usages = usages;
    fields = new FieldWalk(before, after, changes, usages);
    inputs = new InputWalk(before, after, changes, usages);
  }

  /// @param old empty where the type is only in the new schema
  void compare(Optional<GraphQlType> old, GraphQlType now) {
    if (old.filter(one -> one.kind() != now.kind()).isPresent()) {
      kindChanged(old.get(), now);
    } else {
      inside(old, now);
    }
    new Notes(changes, Subject.of(now.name()), Part.TYPE, now.name(), old.isEmpty())
        .describe(
            Notes.OF_TYPES,
            old.map(SchemaWalk::sentence),
            SchemaWalk.sentence(now),
            old.flatMap(GraphQlType::description),
            now.description());
  }

  private void kindChanged(GraphQlType old, GraphQlType now) {
    changes
        .of(InspectorType.TYPE_KIND_CHANGED, Subject.of(now.name()), Part.TYPE, now.name())
        .level(Level.BREAKING)
        .before(SchemaWalk.sentence(old))
        .after(SchemaWalk.sentence(now))
        .say(
            "`"
                + now.name()
                + "` is of the kind `"
                + SchemaWalk.word(now.kind())
                + "`, it was of the kind `"
                + SchemaWalk.word(old.kind())
                + "`");
  }

  private void inside(Optional<GraphQlType> old, GraphQlType now) {
    boolean isNew = old.isEmpty();
    switch (now.kind()) {
      case OBJECT -> {
        interfaces(old, now);
        fields.compare(now.name(), isNew);
        usages(
            old,
            now,
            InspectorType.DIRECTIVE_USAGE_OBJECT_ADDED,
            InspectorType.DIRECTIVE_USAGE_OBJECT_REMOVED);
      }
      case INTERFACE -> {
        interfaces(old, now);
        fields.compare(now.name(), isNew);
        usages(
            old,
            now,
            InspectorType.DIRECTIVE_USAGE_INTERFACE_ADDED,
            InspectorType.DIRECTIVE_USAGE_INTERFACE_REMOVED);
      }
      case UNION -> {
        members(old, now);
        usages(
            old,
            now,
            InspectorType.DIRECTIVE_USAGE_UNION_MEMBER_ADDED,
            InspectorType.DIRECTIVE_USAGE_UNION_MEMBER_REMOVED);
      }
      case ENUM -> {
        values(old, now);
        usages(
            old,
            now,
            InspectorType.DIRECTIVE_USAGE_ENUM_ADDED,
            InspectorType.DIRECTIVE_USAGE_ENUM_REMOVED);
      }
      case INPUT -> {
        inputs.compare(now.name(), isNew);
        usages(
            old,
            now,
            InspectorType.DIRECTIVE_USAGE_INPUT_OBJECT_ADDED,
            InspectorType.DIRECTIVE_USAGE_INPUT_OBJECT_REMOVED);
      }
      case SCALAR ->
          usages(
              old,
              now,
              InspectorType.DIRECTIVE_USAGE_SCALAR_ADDED,
              InspectorType.DIRECTIVE_USAGE_SCALAR_REMOVED);
    }
  }

  private void usages(
      Optional<GraphQlType> old, GraphQlType now, InspectorType added, InspectorType removed) {
    usages.compare(
        old.map(GraphQlType::directives).orElseGet(List::of),
        now.directives(),
        new UsageWalk.Spot(
            now.name(),
            "the " + SchemaWalk.word(now.kind()) + " `" + now.name() + "`",
            Subject.of(now.name()),
            Part.TYPE,
            added,
            removed,
            old.isEmpty(),
            old.map(SchemaWalk::sentence),
            Optional.of(SchemaWalk.sentence(now))));
  }

  private void interfaces(Optional<GraphQlType> old, GraphQlType now) {
    SideBySide<String> names =
        SideBySide.of(old.map(GraphQlType::interfaces).orElseGet(List::of), now.interfaces());
    names
        .removed()
        .forEach(
            name ->
                ofType(InspectorType.OBJECT_TYPE_INTERFACE_REMOVED, old, now, name)
                    .level(Level.BREAKING)
                    .say("`" + now.name() + "` is no longer a `" + name + "`"));
    names
        .added()
        .forEach(
            name ->
                ofType(InspectorType.OBJECT_TYPE_INTERFACE_ADDED, old, now, name)
                    .level(old.isEmpty() ? Level.NON_BREAKING : Level.DANGEROUS)
                    .say("`" + now.name() + "` is a `" + name + "` now"));
  }

  private Changes.Draft ofType(
      InspectorType change, Optional<GraphQlType> old, GraphQlType now, String member) {
    Changes.Draft draft =
        changes
            .of(change, Subject.of(now.name(), member), Part.TYPE, now.name())
            .ofNew(old.isEmpty())
            .after(SchemaWalk.sentence(now));
    old.map(SchemaWalk::sentence).ifPresent(draft::before);
    return draft;
  }

  private void members(Optional<GraphQlType> old, GraphQlType now) {
    SideBySide<String> names =
        SideBySide.of(old.map(GraphQlType::members).orElseGet(List::of), now.members());
    names
        .removed()
        .forEach(
            name ->
                ofType(InspectorType.UNION_MEMBER_REMOVED, old, now, name)
                    .level(Level.BREAKING)
                    .say("the union `" + now.name() + "` no longer has `" + name + "`"));
    names
        .added()
        .forEach(
            name ->
                ofType(InspectorType.UNION_MEMBER_ADDED, old, now, name)
                    .level(old.isEmpty() ? Level.NON_BREAKING : Level.DANGEROUS)
                    .say("the union `" + now.name() + "` has `" + name + "` now"));
  }

  private void values(Optional<GraphQlType> old, GraphQlType now) {
    SideBySide<EnumValue> values =
        SideBySide.of(
            old.map(GraphQlType::values).orElseGet(List::of), now.values(), EnumValue::name);
    for (EnumValue value : values.removed()) {
      ofValue(InspectorType.ENUM_VALUE_REMOVED, now, value)
          .level(Level.BREAKING)
          .before(sentence(value))
          .after(SchemaWalk.sentence(now))
          .say(
              "the enum `"
                  + now.name()
                  + "` no longer has `"
                  + value.name()
                  + "`"
                  + Notes.deprecated(value.deprecation()));
    }
    for (EnumValue value : values.added()) {
      ofValue(InspectorType.ENUM_VALUE_ADDED, now, value)
          .level(old.isEmpty() ? Level.NON_BREAKING : Level.DANGEROUS)
          .ofNew(old.isEmpty())
          .after(sentence(value))
          .say("the enum `" + now.name() + "` has `" + value.name() + "` now");
      value(now, Optional.empty(), value);
    }
    values.both().forEach(pair -> value(now, Optional.of(pair.before()), pair.after()));
  }

  private Changes.Draft ofValue(InspectorType change, GraphQlType type, EnumValue value) {
    return changes.of(
        change,
        Subject.of(type.name(), value.name()),
        Part.ENUM_VALUE,
        type.name() + "." + value.name());
  }

  private static Sentence sentence(EnumValue value) {
    return new Sentence(value.place(), value.sentence());
  }

  private void value(GraphQlType type, Optional<EnumValue> old, EnumValue now) {
    String path = type.name() + "." + now.name();
    Subject subject = Subject.of(type.name(), now.name());
    var notes = new Notes(changes, subject, Part.ENUM_VALUE, path, old.isEmpty());
    notes.described(
        InspectorType.ENUM_VALUE_DESCRIPTION_CHANGED,
        old.map(TypeWalk::sentence),
        sentence(now),
        old.flatMap(EnumValue::description),
        now.description());
    notes.deprecateValue(
        old.flatMap(EnumValue::deprecation),
        now.deprecation(),
        old.map(TypeWalk::sentence),
        sentence(now));
    usages.compare(
        old.map(EnumValue::directives).orElseGet(List::of),
        now.directives(),
        new UsageWalk.Spot(
            path,
            "the enum value `" + path + "`",
            subject,
            Part.ENUM_VALUE,
            InspectorType.DIRECTIVE_USAGE_ENUM_VALUE_ADDED,
            InspectorType.DIRECTIVE_USAGE_ENUM_VALUE_REMOVED,
            old.isEmpty(),
            old.map(TypeWalk::sentence),
            Optional.of(sentence(now))));
  }
}
