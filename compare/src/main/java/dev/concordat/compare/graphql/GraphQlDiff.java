package dev.concordat.compare.graphql;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.finding.AgreeGraphQlRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares two GraphQL schemas: what was valid to ask and send, and what may be answered, before and now.
public final class GraphQlDiff implements Format {
  private final Sides.Names names;

  private GraphQlDiff(Sides.Names names) {
    this.names = names;
  }

  /// An old schema with a new one.
  public static GraphQlDiff ofVersions() {
    return new GraphQlDiff(new Sides.Names("the old schema", "the new schema"));
  }

  /// The schema by which a consumer was made with the provider's.
  public static GraphQlDiff ofConsumer() {
    return new GraphQlDiff(new Sides.Names("the consumer's schema", "the provider's schema"));
  }

  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof GraphQlSchemaContract && right instanceof GraphQlSchemaContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    return left instanceof GraphQlSchemaContract before
            && right instanceof GraphQlSchemaContract after
        ? compare(before, after)
        : Compared.NOTHING;
  }

  private Compared compare(GraphQlSchemaContract before, GraphQlSchemaContract after) {
    Changes changes = SchemaWalk.of(new SchemaView(before), new SchemaView(after));
    Assumed.Pair pair = Assumed.of(before, after);
    var sides = new Sides(new SchemaView(pair.before()), new SchemaView(pair.after()), names);
    var differences = new ArrayList<Difference>();
    if (!changes.all().isEmpty()) {
      var verdicts = new Verdicts(sides);
      changes.all().forEach(change -> differences.add(difference(change, verdicts.of(change))));
    }
    if (!changes.isWhole()) {
      differences.add(notWhole());
    }
    unseen(before, after).ifPresent(differences::add);
    return new Compared(differences, tally(before, after, differences));
  }

  private static Difference difference(Change change, Verdict verdict) {
    return new Difference(
        verdict.rule(),
        verdict.impact(),
        verdict.evidence(),
        change.position(),
        pointer(change),
        change.message(),
        change.before(),
        change.after(),
        change.aliases(),
        List.of());
  }

  /// What the path does not tell: which member, interface, location or argument.
  private static String pointer(Change change) {
    return switch (change.type()) {
      case UNION_MEMBER_ADDED,
          UNION_MEMBER_REMOVED,
          OBJECT_TYPE_INTERFACE_ADDED,
          OBJECT_TYPE_INTERFACE_REMOVED,
          DIRECTIVE_LOCATION_ADDED,
          DIRECTIVE_LOCATION_REMOVED,
          DIRECTIVE_ARGUMENT_ADDED ->
          "/" + change.subject().member();
      default -> "";
    };
  }

  private static Difference notWhole() {
    return told(
        Impact.UNKNOWN,
        "the two schemas differ in more than can be listed",
        "there are too many differences");
  }

  private static Difference told(Impact impact, String message, String reason) {
    return new Difference(
        AgreeGraphQlRules.DIRECTIVE_CHANGED,
        impact,
        new Evidence.Undecided(reason, List.of()),
        new Position("", Position.Part.DOCUMENT, ""),
        "",
        message,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// Directives of the one schema that an introspection does not tell of the other.
  private static Optional<Difference> unseen(
      GraphQlSchemaContract before, GraphQlSchemaContract after) {
    if (before.isIntrospected() == after.isIntrospected()) {
      return Optional.empty();
    }
    Set<String> names = applied(before.isIntrospected() ? after : before);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            told(
                Impact.RISKY,
                "whether "
                    + String.join(", ", names.stream().sorted().map(one -> "@" + one).toList())
                    + " stand where they stood was not compared",
                "an introspection does not tell which directives stand on a schema"));
  }

  private static Set<String> applied(GraphQlSchemaContract schema) {
    Set<String> names = new HashSet<>();
    schema.applied().forEach(one -> names.add(one.name()));
    for (GraphQlType type : schema.types().values()) {
      type.directives().forEach(one -> names.add(one.name()));
      type.values().forEach(value -> value.directives().forEach(one -> names.add(one.name())));
      for (GraphQlType.Field field : type.fields()) {
        field.directives().forEach(one -> names.add(one.name()));
        field
            .arguments()
            .forEach(argument -> argument.directives().forEach(one -> names.add(one.name())));
      }
    }
    names.removeAll(SchemaView.SPECIFIED);
    return names;
  }

  /// Positions are types, fields, arguments, enum values and directives of either schema.
  private static Tally tally(
      GraphQlSchemaContract before, GraphQlSchemaContract after, List<Difference> differences) {
    Set<String> all = new HashSet<>(positions(before));
    all.addAll(positions(after));
    Set<String> broken = paths(differences, Impact.BREAKS);
    Set<String> undecided = paths(differences, Impact.UNKNOWN);
    undecided.removeAll(broken);
    all.addAll(broken);
    all.addAll(undecided);
    return new Tally(
        all.size() - broken.size() - undecided.size(), broken.size(), undecided.size());
  }

  private static Set<String> paths(List<Difference> differences, Impact impact) {
    Set<String> paths = new HashSet<>();
    differences.stream()
        .filter(one -> one.impact() == impact)
        .forEach(one -> paths.add(one.position().detail()));
    return paths;
  }

  private static Set<String> positions(GraphQlSchemaContract schema) {
    Set<String> positions = new HashSet<>();
    schema.roots().keySet().forEach(positions::add);
    schema.directives().keySet().forEach(name -> positions.add("@" + name));
    for (GraphQlType type : schema.types().values()) {
      positions.add(type.name());
      type.values().forEach(value -> positions.add(type.name() + "." + value.name()));
      for (GraphQlType.Field field : type.fields()) {
        String path = type.name() + "." + field.name();
        positions.add(path);
        field.arguments().forEach(one -> positions.add(path + "." + one.name()));
      }
    }
    return positions;
  }
}
