package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a claim means for the values of one kind.
final class Projection {
  /// Most alternatives of an `anyOf` whose combinations a sender is thought to emit one by one.
  private static final int MAX_COMBINED = 3;

  private final Map<Key, Formula> known = new HashMap<>();
  private final Set<Key> open = new HashSet<>();
  private final Direction direction;
  private final KindProjection kinds;
  private final Unevaluated unevaluated;

  private record Key(Schema schema, Kind kind, Context context) {}

  Projection(Direction direction, Effort effort) {
    this.direction = direction;
    this.kinds = new KindProjection(direction, this);
    this.unevaluated = new Unevaluated(effort, direction, this, kinds);
  }

  Formula of(Claim claim, Kind kind) {
    return switch (claim) {
      case Claim.Every(Set<Claim> claims) -> Formula.and(all(claims, kind));
      case Claim.Some(Set<Claim> claims) -> Formula.or(all(claims, kind));
      case Claim.Among(Set<JsonValue> values, boolean isPositive) ->
          among(values, kind, isPositive);
      case Claim.Holds(Schema schema, boolean isPositive, boolean isClosed) ->
          isPositive
              ? holds(schema, kind, Context.of(isClosed))
              : holds(schema, kind, Context.LITERAL).negated();
      case Claim.Member(NameSet names, Claim value, boolean isPositive) ->
          ofKind(kind, Kind.OBJECT, new Condition.HasMember(names, value), isPositive);
      case Claim.Item(int from, OptionalLong to, Claim value, boolean isPositive) ->
          ofKind(kind, Kind.ARRAY, new Condition.HasItem(from, to, value), isPositive);
      case Claim.IsObject(boolean isPositive) -> Formula.of((kind == Kind.OBJECT) == isPositive);
    };
  }

  private List<Formula> all(Set<Claim> claims, Kind kind) {
    var all = new ArrayList<Formula>(claims.size());
    for (Claim claim : claims) {
      all.add(of(claim, kind));
    }
    return all;
  }

  private static Formula ofKind(Kind kind, Kind wanted, Condition condition, boolean isPositive) {
    if (kind != wanted) {
      return Formula.of(!isPositive);
    }
    return Formula.of(isPositive ? condition : condition.negated());
  }

  private static Formula among(Set<JsonValue> values, Kind kind, boolean isPositive) {
    Set<JsonValue> ofKind = new LinkedHashSet<>();
    for (JsonValue value : values) {
      if (Kind.of(value) == kind) {
        ofKind.add(value);
      }
    }
    return ofKind.isEmpty()
        ? Formula.of(!isPositive)
        : Formula.of(new Condition.Among(ofKind, isPositive));
  }

  /// What it means that a schema holds, seen from the schemas around it.
  Formula holds(Schema schema, Kind kind, Context context) {
    var key = new Key(schema, kind, context);
    Formula formula = known.get(key);
    if (formula != null) {
      return formula;
    }
    if (!open.add(key)) {
      return Formula.of(new Condition.Beyond("a schema that refers to itself in place"));
    }
    try {
      Formula made = make(schema, kind, context);
      known.put(key, made);
      return made;
    } finally {
      open.remove(key);
    }
  }

  private Formula make(Schema schema, Kind kind, Context around) {
    if (schema.allowsNothing()) {
      return Formula.FALSE;
    }
    SchemaView view = schema.view();
    if (view.schema() != schema) {
      return holds(view.schema(), kind, around);
    }
    if (!kind.isAmong(view.types())) {
      return Formula.FALSE;
    }
    Context context = around.within(view, direction);
    var parts = new ArrayList<Formula>();
    values(view, kind, parts);
    if (kind == Kind.NUMBER && !view.types().isEmpty() && !view.types().contains(JsonType.NUMBER)) {
      parts.add(Formula.of(new Condition.Multiple(BigDecimal.ONE, true)));
    }
    kinds.add(view, kind, context, parts);
    applicators(view, kind, context, parts);
    unevaluated.add(view, kind, context, parts);
    return Formula.and(parts);
  }

  private static void values(SchemaView view, Kind kind, List<Formula> parts) {
    view.enumValues().ifPresent(values -> parts.add(among(normal(values), kind, true)));
    view.constValue().ifPresent(value -> parts.add(among(normal(List.of(value)), kind, true)));
  }

  private static Set<JsonValue> normal(List<JsonValue> values) {
    Set<JsonValue> normal = new LinkedHashSet<>();
    for (JsonValue value : values) {
      normal.add(Values.normal(value));
    }
    return normal;
  }

  private void applicators(SchemaView view, Kind kind, Context context, List<Formula> parts) {
    view.allOf().forEach(each -> parts.add(holds(each, kind, context)));
    if (!view.anyOf().isEmpty()) {
      parts.add(anyOf(view.anyOf(), kind, context));
    }
    if (!view.oneOf().isEmpty()) {
      parts.add(oneOf(view.oneOf(), kind, context));
    }
    if (kind == Kind.OBJECT) {
      view.discriminated().forEach(each -> parts.add(discriminated(each)));
    }
    view.not().ifPresent(each -> parts.add(holds(each, kind, context.literally()).negated()));
    Map<String, Schema> conditions = view.conditions();
    Optional.ofNullable(conditions.get("if"))
        .ifPresent(
            condition -> {
              Formula holds = holds(condition, kind, context.literally());
              parts.add(
                  Formula.or(
                      List.of(
                          Formula.and(List.of(holds, branch(conditions, "then", kind, context))),
                          Formula.and(
                              List.of(
                                  holds.negated(), branch(conditions, "else", kind, context))))));
            });
  }

  private static Formula discriminated(SchemaView.Discriminated discriminated) {
    Claim value = new Claim.Among(normal(List.copyOf(discriminated.values())), true);
    return Formula.of(new Condition.HasMember(NameSet.of(discriminated.property()), value));
  }

  private Formula branch(Map<String, Schema> conditions, String name, Kind kind, Context context) {
    Schema schema = conditions.get(name);
    return schema == null ? Formula.TRUE : holds(schema, kind, context);
  }

  /// Read closed, a sender may mix alternatives: it emits the members of those that hold together.
  private Formula anyOf(List<Schema> schemas, Kind kind, Context context) {
    var each = new ArrayList<Formula>(schemas.size());
    for (Schema one : schemas) {
      each.add(holds(one, kind, context));
    }
    if (!context.isClosed() || kind != Kind.OBJECT || each.size() == 1) {
      return Formula.or(each);
    }
    var options = new ArrayList<Formula>();
    for (List<Formula> option : together(each)) {
      options.add(Formula.and(option));
    }
    return Formula.or(options);
  }

  /// Which of several alternatives a closed sender is thought to emit together: each alone, and then either all combinations
  /// or, of many, all of them.
  static <T> List<List<T>> together(List<T> each) {
    var options = new ArrayList<List<T>>();
    each.forEach(one -> options.add(List.of(one)));
    if (each.size() <= MAX_COMBINED) {
      for (int mask = 1; mask < 1 << each.size(); mask++) {
        if (Integer.bitCount(mask) > 1) {
          options.add(chosen(each, mask));
        }
      }
    } else {
      options.add(each);
    }
    return options;
  }

  private static <T> List<T> chosen(List<T> each, int mask) {
    var chosen = new ArrayList<T>();
    for (int i = 0; i < each.size(); i++) {
      if ((mask >> i & 1) == 1) {
        chosen.add(each.get(i));
      }
    }
    return chosen;
  }

  private Formula oneOf(List<Schema> schemas, Kind kind, Context context) {
    var negated = new ArrayList<Formula>(schemas.size());
    for (Schema one : schemas) {
      negated.add(holds(one, kind, context.literally()).negated());
    }
    var options = new ArrayList<Formula>();
    for (int i = 0; i < schemas.size(); i++) {
      Formula chosen = holds(schemas.get(i), kind, context);
      if (chosen.equals(Formula.FALSE)) {
        continue;
      }
      var all = new ArrayList<Formula>(negated);
      all.set(i, chosen);
      options.add(Formula.and(all));
    }
    return Formula.or(options);
  }
}
