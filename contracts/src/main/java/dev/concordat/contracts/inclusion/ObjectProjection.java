package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keywords that speak of objects.
final class ObjectProjection {
  private final Projection projection;
  private final KindProjection kinds;

  ObjectProjection(Projection projection, KindProjection kinds) {
    this.projection = projection;
    this.kinds = kinds;
  }

  void add(SchemaView view, Context context, List<Formula> parts) {
    view.minProperties().ifPresent(min -> parts.add(is(new Condition.Longer(min))));
    view.maxProperties().ifPresent(max -> parts.add(is(new Condition.Shorter(max))));
    required(view, context, parts);
    members(view, context, parts);
    dependencies(view, context, parts);
    view.propertyNames().ifPresent(names -> parts.add(names(names)));
  }

  /// A member that does not travel this way need not be there, whichever of the schemas around says so.
  private static void required(SchemaView view, Context context, List<Formula> parts) {
    for (String name : view.required()) {
      if (!context.membersAtHome().contains(name)) {
        parts.add(has(name));
      }
    }
  }

  private void members(SchemaView view, Context context, List<Formula> parts) {
    boolean isClosed = context.isClosed();
    var spokenOf = new ArrayList<NameSet>();
    view.properties()
        .forEach(
            (name, schema) -> {
              spokenOf.add(NameSet.of(name));
              parts.add(is(new Condition.Members(NameSet.of(name), value(name, schema, context))));
            });
    Optional<Schema> others = view.additionalProperties();
    try {
      for (Map.Entry<String, Schema> entry : view.patternProperties().entrySet()) {
        NameSet names = new NameSet.Regular(TextLanguage.matching(entry.getKey()));
        spokenOf.add(names);
        parts.add(is(new Condition.Members(names, kinds.claim(entry.getValue(), isClosed))));
      }
      if (others.isPresent()) {
        NameSet rest = NameSet.union(spokenOf).complement();
        parts.add(is(new Condition.Members(rest, kinds.claim(others.get(), isClosed))));
      } else if (isClosed && !spokenOf.isEmpty() && view.unevaluatedProperties().isEmpty()) {
        parts.add(
            is(
                new Condition.Declares(
                    Optional.of(NameSet.union(declared(view, context, spokenOf))))));
      }
    } catch (Undecided e) {
      parts.add(is(new Condition.Beyond("patternProperties: " + e.getMessage())));
      return;
    }
    if (isClosed && (others.isPresent() || view.unevaluatedProperties().isPresent())) {
      parts.add(is(new Condition.Declares(Optional.empty())));
    }
  }

  /// What must be there is declared thereby. A sender does not emit what stays at home.
  private static List<NameSet> declared(SchemaView view, Context context, List<NameSet> spokenOf) {
    var declared = new ArrayList<NameSet>(spokenOf);
    view.required().forEach(name -> declared.add(NameSet.of(name)));
    context.membersAtHome().forEach(name -> declared.removeIf(NameSet.of(name)::equals));
    return declared;
  }

  private Claim value(String name, Schema schema, Context context) {
    return context.isClosed() && context.membersAtHome().contains(name)
        ? Claim.NEVER
        : kinds.claim(schema, context.isClosed());
  }

  private void dependencies(SchemaView view, Context context, List<Formula> parts) {
    view.dependentRequired()
        .forEach(
            (name, wanted) -> {
              List<Formula> all = wanted.stream().map(ObjectProjection::has).toList();
              parts.add(Formula.or(List.of(has(name).negated(), Formula.and(all))));
            });
    view.dependentSchemas()
        .forEach(
            (name, schema) ->
                parts.add(
                    Formula.or(
                        List.of(
                            has(name).negated(), projection.holds(schema, Kind.OBJECT, context)))));
  }

  static Formula has(String name) {
    return is(new Condition.HasMember(NameSet.of(name), Claim.ALWAYS));
  }

  private Formula names(Schema schema) {
    try {
      TextLanguage names = NameLanguage.of(projection.holds(schema, Kind.STRING, Context.LITERAL));
      return is(new Condition.Members(new NameSet.Regular(names.not()), Claim.NEVER));
    } catch (Undecided e) {
      return is(new Condition.Beyond("propertyNames: " + e.getMessage()));
    }
  }

  private static Formula is(Condition condition) {
    return Formula.of(condition);
  }
}
