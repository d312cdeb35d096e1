package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds everything in which two schemas differ, and names it as graphql-inspector does.
final class SchemaWalk {
  private static final Map<String, InspectorType> ROOTS =
      Map.of(
          "query", InspectorType.SCHEMA_QUERY_TYPE_CHANGED,
          "mutation", InspectorType.SCHEMA_MUTATION_TYPE_CHANGED,
          "subscription", InspectorType.SCHEMA_SUBSCRIPTION_TYPE_CHANGED);

  private final GraphQlSchemaContract before;
  private final GraphQlSchemaContract after;
  private final Changes changes = new Changes();
  private final UsageWalk usages;
  private final TypeWalk types;
  private final DirectiveWalk directives;

  private SchemaWalk(SchemaView before, SchemaView after) {
    this.before = before.contract();
    this.after = after.contract();
    usages = new UsageWalk(changes, !this.before.isIntrospected() && !this.after.isIntrospected());
    types = new TypeWalk(before, after, changes, usages);
    directives = new DirectiveWalk(before, after, changes);
  }

  /// All changes, in the order of the documents: directives, roots, types, and what stands on the schema itself.
  static Changes of(SchemaView before, SchemaView after) {
    var walk = new SchemaWalk(before, after);
    walk.directives.compare();
    List.of("query", "mutation", "subscription").forEach(walk::root);
    walk.types();
    walk.usages.compare(
        walk.before.applied(),
        walk.after.applied(),
        new UsageWalk.Spot(
            "",
            "the schema",
            Subject.of(""),
            Part.DOCUMENT,
            InspectorType.DIRECTIVE_USAGE_SCHEMA_ADDED,
            InspectorType.DIRECTIVE_USAGE_SCHEMA_REMOVED,
            false,
            Optional.empty(),
            Optional.empty()));
    return walk.changes;
  }

  private void root(String operation) {
    Optional<String> old = Optional.ofNullable(before.roots().get(operation));
    Optional<String> now = Optional.ofNullable(after.roots().get(operation));
    if (old.equals(now)) {
      return;
    }
    InspectorType type = ROOTS.getOrDefault(operation, InspectorType.SCHEMA_QUERY_TYPE_CHANGED);
    String message =
        old.isEmpty()
            ? "there are operations of the kind " + operation + " now"
            : now.isEmpty()
                ? "there are no operations of the kind " + operation + " any more"
                : "operations of the kind "
                    + operation
                    + " begin with `"
                    + now.get()
                    + "`, they began with `"
                    + old.get()
                    + "`";
    Changes.Draft draft =
        changes
            .of(type, Subject.of(old.orElse(""), operation), Part.OPERATION, operation)
            .level(old.isEmpty() ? Level.NON_BREAKING : Level.BREAKING);
    old.flatMap(name -> sentence(before, name)).ifPresent(draft::before);
    now.flatMap(name -> sentence(after, name)).ifPresent(draft::after);
    draft.say(message);
  }

  private static Optional<Sentence> sentence(GraphQlSchemaContract schema, String type) {
    return schema.type(type).map(SchemaWalk::sentence);
  }

  static Sentence sentence(GraphQlType type) {
    return new Sentence(type.place(), type.sentence());
  }

  private void types() {
    SideBySide<GraphQlType> all = SideBySide.of(types(before), types(after), GraphQlType::name);
    for (GraphQlType type : all.removed()) {
      changes
          .of(InspectorType.TYPE_REMOVED, Subject.of(type.name()), Part.TYPE, type.name())
          .level(Level.BREAKING)
          .before(sentence(type))
          .say("the " + word(type.kind()) + " `" + type.name() + "` is gone");
    }
    for (GraphQlType type : all.added()) {
      changes
          .of(InspectorType.TYPE_ADDED, Subject.of(type.name()), Part.TYPE, type.name())
          .level(Level.NON_BREAKING)
          .after(sentence(type))
          .say("the " + word(type.kind()) + " `" + type.name() + "` is new");
      types.compare(Optional.empty(), type);
    }
    all.both().forEach(pair -> types.compare(Optional.of(pair.before()), pair.after()));
  }

  /// The scalars that every schema has are the same in all, whoever defines them again.
  private static List<GraphQlType> types(GraphQlSchemaContract schema) {
    return schema.types().values().stream()
        .filter(type -> !SchemaView.BUILT_IN.contains(type.name()))
        .toList();
  }

  /// The word with which a type is defined.
  static String word(Kind kind) {
    return switch (kind) {
      case OBJECT -> "type";
      case INTERFACE -> "interface";
      case UNION -> "union";
      case ENUM -> "enum";
      case INPUT -> "input";
      case SCALAR -> "scalar";
    };
  }

  /// The path that graphql-inspector gives to the change of a difference; changes of roots have none.
  static Optional<String> path(Position position) {
    return position.part() == Part.OPERATION ? Optional.empty() : Optional.of(position.detail());
  }
}
