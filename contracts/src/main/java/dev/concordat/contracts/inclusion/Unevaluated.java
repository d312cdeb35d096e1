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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// `unevaluatedProperties` and `unevaluatedItems`: what they speak of depends on which of the alternatives beside them
/// hold, so every way in which these can hold is one case.
final class Unevaluated {
  private final Effort effort;
  private final Direction direction;
  private final Projection projection;
  private final KindProjection kinds;

  Unevaluated(Effort effort, Direction direction, Projection projection, KindProjection kinds) {
    this.effort = effort;
    this.direction = direction;
    this.projection = projection;
    this.kinds = kinds;
  }

  /// One way for the schemas beside the keyword to hold.
  ///
  /// @param formula that they hold in this way
  private record Way(Formula formula, Looked looked) {
    Way and(Way other) {
      return new Way(Formula.and(List.of(formula, other.formula)), looked.and(other.looked));
    }
  }

  void add(SchemaView view, Kind kind, Context context, List<Formula> parts) {
    var rest =
        switch (kind) {
          case OBJECT -> view.unevaluatedProperties();
          case ARRAY -> view.unevaluatedItems();
          case NULL, BOOLEAN, NUMBER, STRING -> Optional.<Schema>empty();
        };
    if (rest.isEmpty()) {
      return;
    }
    Claim claim = kinds.claim(rest.get(), context.isClosed());
    try {
      var cases = new ArrayList<Formula>();
      for (Way way : beside(view, kind, context.literally())) {
        cases.add(Formula.and(List.of(way.formula, unlooked(way.looked, kind, claim))));
      }
      parts.add(Formula.or(cases));
    } catch (Undecided e) {
      parts.add(Formula.of(new Condition.Beyond("unevaluated: " + e.getMessage())));
    }
  }

  private static Formula unlooked(Looked looked, Kind kind, Claim claim) throws Undecided {
    if (looked.isAll()) {
      return Formula.TRUE;
    }
    if (kind == Kind.OBJECT) {
      return Formula.of(new Condition.Members(NameSet.union(looked.names()).complement(), claim));
    }
    var options = new ArrayList<Claim>(looked.contained());
    options.add(claim);
    return Formula.of(
        new Condition.Items(looked.items(), OptionalLong.empty(), Claim.Some.of(options)));
  }

  /// The ways in which the schema itself, whose own keywords hold anyway, looks at members and items.
  private List<Way> beside(SchemaView view, Kind kind, Context context) throws Undecided {
    List<Way> ways = List.of(new Way(Formula.TRUE, own(view, kind)));
    for (Schema part : view.allOf()) {
      ways = cross(ways, holding(part, kind, context));
    }
    for (Schema option : view.anyOf()) {
      ways = cross(ways, holdingOrNot(option, kind, context));
    }
    for (Schema option : view.oneOf()) {
      ways = cross(ways, holdingOrNot(option, kind, context));
    }
    for (Map.Entry<String, Schema> entry : view.dependentSchemas().entrySet()) {
      if (kind == Kind.OBJECT) {
        var options = new ArrayList<Way>();
        options.add(new Way(ObjectProjection.has(entry.getKey()).negated(), Looked.NOTHING));
        for (Way way : holding(entry.getValue(), kind, context)) {
          options.add(way.and(new Way(ObjectProjection.has(entry.getKey()), Looked.NOTHING)));
        }
        ways = cross(ways, options);
      }
    }
    Map<String, Schema> conditions = view.conditions();
    Schema condition = conditions.get("if");
    if (condition != null) {
      var options = new ArrayList<Way>();
      options.addAll(
          cross(holding(condition, kind, context), branch(conditions.get("then"), kind, context)));
      Formula fails = projection.holds(condition, kind, context).negated();
      for (Way way : branch(conditions.get("else"), kind, context)) {
        options.add(way.and(new Way(fails, Looked.NOTHING)));
      }
      ways = cross(ways, options);
    }
    return ways;
  }

  private List<Way> branch(@Nullable Schema schema, Kind kind, Context context) throws Undecided {
    return schema == null
        ? List.of(new Way(Formula.TRUE, Looked.NOTHING))
        : holding(schema, kind, context);
  }

  private List<Way> holdingOrNot(Schema schema, Kind kind, Context context) throws Undecided {
    var ways = new ArrayList<Way>(holding(schema, kind, context));
    ways.add(new Way(projection.holds(schema, kind, context).negated(), Looked.NOTHING));
    return ways;
  }

  private List<Way> holding(Schema schema, Kind kind, Context context) throws Undecided {
    SchemaView view = schema.view();
    Formula holds = projection.holds(schema, kind, context);
    if (holds.equals(Formula.FALSE)) {
      return List.of();
    }
    boolean looksAtAll =
        kind == Kind.OBJECT
            ? view.unevaluatedProperties().isPresent()
            : view.unevaluatedItems().isPresent();
    if (looksAtAll) {
      return List.of(new Way(holds, Looked.ALL));
    }
    var ways = new ArrayList<Way>();
    for (Way way : beside(view, kind, context.within(view, direction))) {
      ways.add(way.and(new Way(holds, Looked.NOTHING)));
    }
    return ways;
  }

  private List<Way> cross(List<Way> left, List<Way> right) throws Undecided {
    if ((long) left.size() * right.size() > effort.maxVariants()) {
      throw TextLanguage.undecided("too many alternatives");
    }
    var both = new ArrayList<Way>();
    for (Way one : left) {
      for (Way other : right) {
        Way way = one.and(other);
        if (!way.formula.equals(Formula.FALSE)) {
          both.add(way);
        }
      }
    }
    return both;
  }

  private Looked own(SchemaView view, Kind kind) throws Undecided {
    return kind == Kind.OBJECT ? ownMembers(view) : ownItems(view);
  }

  private static Looked ownMembers(SchemaView view) throws Undecided {
    if (view.additionalProperties().isPresent()) {
      return Looked.ALL;
    }
    var names = new ArrayList<NameSet>();
    view.properties().keySet().forEach(name -> names.add(NameSet.of(name)));
    for (String pattern : view.patternProperties().keySet()) {
      names.add(new NameSet.Regular(TextLanguage.matching(pattern)));
    }
    return new Looked(false, names, 0, List.of());
  }

  private Looked ownItems(SchemaView view) {
    if (view.items().isPresent()) {
      return Looked.ALL;
    }
    List<Claim> contained =
        view.marksContained()
            ? view.contains().map(each -> kinds.claim(each, false)).stream().toList()
            : List.of();
    return new Looked(false, List.of(), view.prefixItems().size(), contained);
  }

  /// What was looked at.
  ///
  /// @param items how many of the first
  /// @param contained what items were looked at for, wherever they stand
  private record Looked(boolean isAll, List<NameSet> names, int items, List<Claim> contained) {
    static final Looked NOTHING = new Looked(false, List.of(), 0, List.of());
    static final Looked ALL = new Looked(true, List.of(), 0, List.of());

    Looked and(Looked other) {
      var allNames = new ArrayList<NameSet>(names);
      allNames.addAll(other.names);
      var allContained = new ArrayList<Claim>(contained);
      allContained.addAll(other.contained);
      return new Looked(isAll || other.isAll, allNames, Math.max(items, other.items), allContained);
    }
  }
}
