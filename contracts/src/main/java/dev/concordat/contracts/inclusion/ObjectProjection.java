package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keywords that speak of objects.
final class ObjectProjection {
  private final Direction direction;
  private final Projection projection;

  ObjectProjection(Direction direction, Projection projection) {
    this.direction = direction;
    this.projection = projection;
  }

  void add(SchemaView view, boolean isClosed, List<Formula> parts) {
    view.minProperties().ifPresent(min -> parts.add(is(new Condition.Longer(min))));
    view.maxProperties().ifPresent(max -> parts.add(is(new Condition.Shorter(max))));
    required(view, parts);
    members(view, isClosed, parts);
    dependencies(view, isClosed, parts);
    view.propertyNames().ifPresent(names -> parts.add(names(names)));
  }

  private void required(SchemaView view, List<Formula> parts) {
    Map<String, Schema> properties = view.properties();
    for (String name : view.required()) {
      Schema property = properties.get(name);
      if (property == null || !staysAtHome(property)) {
        parts.add(is(new Condition.HasMember(NameSet.of(name), Claim.ALWAYS)));
      }
    }
  }

  /// A member that does not travel this way: `readOnly` in a request, `writeOnly` in a response.
  private boolean staysAtHome(Schema property) {
    return switch (direction) {
      case REQUEST -> property.view().readOnly();
      case RESPONSE -> property.view().writeOnly();
      case NONE -> false;
    };
  }

  private void members(SchemaView view, boolean isClosed, List<Formula> parts) {
    var spokenOf = new ArrayList<NameSet>();
    view.properties()
        .forEach(
            (name, schema) -> {
              spokenOf.add(NameSet.of(name));
              parts.add(is(new Condition.Members(NameSet.of(name), value(schema, isClosed))));
            });
    Optional<Schema> others = view.additionalProperties();
    try {
      for (Map.Entry<String, Schema> entry : view.patternProperties().entrySet()) {
        NameSet names = new NameSet.Regular(TextLanguage.matching(entry.getKey()));
        spokenOf.add(names);
        parts.add(
            is(new Condition.Members(names, KindProjection.claim(entry.getValue(), isClosed))));
      }
      if (others.isPresent()) {
        NameSet rest = NameSet.union(spokenOf).complement();
        parts.add(is(new Condition.Members(rest, KindProjection.claim(others.get(), isClosed))));
      } else if (isClosed && !spokenOf.isEmpty() && view.unevaluatedProperties().isEmpty()) {
        parts.add(is(new Condition.Declares(Optional.of(NameSet.union(declared(view, spokenOf))))));
      }
    } catch (Undecided e) {
      parts.add(is(new Condition.Beyond("patternProperties: " + e.getMessage())));
      return;
    }
    if (isClosed && (others.isPresent() || view.unevaluatedProperties().isPresent())) {
      parts.add(is(new Condition.Declares(Optional.empty())));
    }
  }

  /// A sender does not emit what stays at home.
  private List<NameSet> declared(SchemaView view, List<NameSet> spokenOf) {
    var declared = new ArrayList<NameSet>(spokenOf);
    view.properties()
        .forEach(
            (name, schema) -> {
              if (staysAtHome(schema)) {
                declared.remove(NameSet.of(name));
              }
            });
    return declared;
  }

  private Claim value(Schema schema, boolean isClosed) {
    boolean isRefused = staysAtHome(schema) && (isClosed || direction == Direction.RESPONSE);
    return isRefused ? Claim.NEVER : KindProjection.claim(schema, isClosed);
  }

  private void dependencies(SchemaView view, boolean isClosed, List<Formula> parts) {
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
                            has(name).negated(),
                            projection.holds(schema, Kind.OBJECT, isClosed)))));
  }

  static Formula has(String name) {
    return is(new Condition.HasMember(NameSet.of(name), Claim.ALWAYS));
  }

  private Formula names(Schema schema) {
    try {
      TextLanguage names = NameLanguage.of(projection.holds(schema, Kind.STRING, false));
      return is(new Condition.Members(new NameSet.Regular(names.not()), Claim.NEVER));
    } catch (Undecided e) {
      return is(new Condition.Beyond("propertyNames: " + e.getMessage()));
    }
  }

  private static Formula is(Condition condition) {
    return Formula.of(condition);
  }
}
