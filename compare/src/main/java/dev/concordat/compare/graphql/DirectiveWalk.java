package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Compares the directives that two schemas define.
final class DirectiveWalk {
  private final SchemaView before;
  private final SchemaView after;
  private final Changes changes;

  DirectiveWalk(SchemaView before, SchemaView after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void compare() {
    SideBySide<GraphQlDirective> directives =
        SideBySide.of(own(before), own(after), GraphQlDirective::name);
    for (GraphQlDirective directive : directives.removed()) {
      of(InspectorType.DIRECTIVE_REMOVED, directive, "")
          .level(Level.BREAKING)
          .before(sentence(directive))
          .say("the directive `@" + directive.name() + "` is gone");
    }
    for (GraphQlDirective directive : directives.added()) {
      of(InspectorType.DIRECTIVE_ADDED, directive, "")
          .level(Level.NON_BREAKING)
          .after(sentence(directive))
          .say("the directive `@" + directive.name() + "` is new");
      inside(Optional.empty(), directive);
    }
    directives.both().forEach(pair -> inside(Optional.of(pair.before()), pair.after()));
  }

  /// Those that every schema has are the same in all, whoever defines them again.
  private static List<GraphQlDirective> own(SchemaView schema) {
    return schema.contract().directives().values().stream()
        .filter(one -> !SchemaView.SPECIFIED.contains(one.name()))
        .toList();
  }

  private static Sentence sentence(GraphQlDirective directive) {
    return new Sentence(directive.place(), directive.sentence());
  }

  private Changes.Draft of(InspectorType change, GraphQlDirective directive, String member) {
    return changes.of(
        change, Subject.of("@" + directive.name(), member), Part.DOCUMENT, "@" + directive.name());
  }

  private Changes.Draft both(
      InspectorType change, Optional<GraphQlDirective> old, GraphQlDirective now, String member) {
    Changes.Draft draft = of(change, now, member).ofNew(old.isEmpty()).after(sentence(now));
    old.map(DirectiveWalk::sentence).ifPresent(draft::before);
    return draft;
  }

  private void inside(Optional<GraphQlDirective> old, GraphQlDirective now) {
    String name = "`@" + now.name() + "`";
    new Notes(changes, Subject.of("@" + now.name()), Part.DOCUMENT, "@" + now.name(), old.isEmpty())
        .described(
            InspectorType.DIRECTIVE_DESCRIPTION_CHANGED,
            old.map(DirectiveWalk::sentence),
            sentence(now),
            old.flatMap(GraphQlDirective::description),
            now.description());
    boolean wasRepeatable = old.filter(GraphQlDirective::isRepeatable).isPresent();
    if (wasRepeatable && !now.isRepeatable()) {
      both(InspectorType.DIRECTIVE_REPEATABLE_REMOVED, old, now, "")
          .level(Level.DANGEROUS)
          .say("the directive " + name + " may no longer stand more than once in a place");
    } else if (now.isRepeatable() && !wasRepeatable) {
      both(InspectorType.DIRECTIVE_REPEATABLE_ADDED, old, now, "")
          .level(Level.NON_BREAKING)
          .say("the directive " + name + " may stand more than once in a place");
    }
    SideBySide<String> locations =
        SideBySide.of(old.map(GraphQlDirective::locations).orElseGet(List::of), now.locations());
    locations
        .added()
        .forEach(
            location ->
                both(InspectorType.DIRECTIVE_LOCATION_ADDED, old, now, location)
                    .level(Level.NON_BREAKING)
                    .say("the directive " + name + " may stand on " + location));
    locations
        .removed()
        .forEach(
            location ->
                both(InspectorType.DIRECTIVE_LOCATION_REMOVED, old, now, location)
                    .level(Level.BREAKING)
                    .say("the directive " + name + " may no longer stand on " + location));
    arguments(old, now);
  }

  private void arguments(Optional<GraphQlDirective> old, GraphQlDirective now) {
    String name = "`@" + now.name() + "`";
    SideBySide<Field> arguments =
        SideBySide.of(
            old.map(GraphQlDirective::arguments).orElseGet(List::of), now.arguments(), Field::name);
    for (Field argument : arguments.removed()) {
      ofArgument(InspectorType.DIRECTIVE_ARGUMENT_REMOVED, now, argument)
          .level(Level.BREAKING)
          .before(SchemaView.sentence(argument))
          .after(sentence(now))
          .say("the directive " + name + " no longer has `" + argument.name() + "`");
    }
    for (Field argument : arguments.added()) {
      boolean isNonNull = argument.isNonNull();
      // graphql-inspector gives this change the path of the directive.
      of(InspectorType.DIRECTIVE_ARGUMENT_ADDED, now, argument.name())
          .level(old.isPresent() && isNonNull ? Level.BREAKING : Level.NON_BREAKING)
          .ofNew(old.isEmpty())
          .after(SchemaView.sentence(argument))
          .say(
              "the directive "
                  + name
                  + " has the new argument `"
                  + argument.name()
                  + ": "
                  + argument.type()
                  + Notes.defaultOf(argument)
                  + "`");
    }
    arguments.both().forEach(pair -> argument(now, pair.before(), pair.after()));
  }

  private Changes.Draft ofArgument(
      InspectorType change, GraphQlDirective directive, Field argument) {
    return changes.of(
        change,
        Subject.of("@" + directive.name(), argument.name()),
        Part.ARGUMENT,
        "@" + directive.name() + "." + argument.name());
  }

  private void argument(GraphQlDirective directive, Field old, Field now) {
    String path = "@" + directive.name() + "." + now.name();
    Subject subject = Subject.of("@" + directive.name(), now.name());
    var notes = new Notes(changes, subject, Part.ARGUMENT, path, false);
    notes.described(
        InspectorType.DIRECTIVE_ARGUMENT_DESCRIPTION_CHANGED,
        Optional.of(SchemaView.sentence(old)),
        SchemaView.sentence(now),
        old.description(),
        now.description());
    Optional<JsonValue> before = new Defaults(this.before).of(old);
    Optional<JsonValue> after = new Defaults(this.after).of(now);
    if (!before.equals(after)) {
      Changes.Draft draft =
          ofArgument(InspectorType.DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED, directive, now)
              .before(SchemaView.sentence(old))
              .after(SchemaView.sentence(now));
      if (!Defaults.isSameToInspector(before, after)) {
        draft.level(Level.DANGEROUS);
      }
      draft.say("`" + path + "` " + Notes.defaults(old, now, after));
    }
    notes.sentTypeChanged(InspectorType.DIRECTIVE_ARGUMENT_TYPE_CHANGED, old, now);
  }
}
