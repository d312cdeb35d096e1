package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One schema for all that say the same, wherever they stand and however they are spread over references. So the
/// unchanged parts of two contracts are one and the same here, and proved at once. Every schema is looked at once: those
/// without cycles from the inside out, cycles as a whole ({@link Cycle}).
final class Representatives {
  private final Shapes common;
  private final Function<Schema, Optional<?>> notes;
  private final Map<Schema, Schema> chosen = new HashMap<>();
  private final Map<Key, Schema> byContent = new HashMap<>();
  private final Map<List<Key>, List<Schema>> cycles = new HashMap<>();
  private final Map<Schema, SchemaShape> shapes = new HashMap<>();
  private final Map<Schema, Schema> bare = new HashMap<>();
  private final Map<Schema, List<Schema>> children = new HashMap<>();

  Representatives() {
    this(new Shapes(), ignored -> Optional.empty());
  }

  /// @param common what schemas say without notes, which others ask for too
  /// @param notes what of a schema counts besides, by its own equality
  Representatives(Shapes common, Function<Schema, Optional<?>> notes) {
    this.common = common;
    this.notes = notes;
  }

  /// A schema by what it says and by what is inside: representatives, or numbers of schemas of the same cycle.
  record Key(SchemaShape shape, List<Object> children) {
    @Override
    public int hashCode() {
      return 31 * shape.hashCode() + children.hashCode();
    }
  }

  Claim.Holds of(Claim.Holds claim) {
    return new Claim.Holds(of(claim.schema()), claim.isPositive(), claim.isClosed());
  }

  Schema of(Schema schema) {
    Schema seen = bare(schema);
    Schema known = chosen.get(seen);
    if (known == null) {
      new Components(seen, this::children, chosen::containsKey).inOrder().forEach(this::choose);
      known = chosen.getOrDefault(seen, seen);
    }
    return known;
  }

  boolean isSame(Schema a, Schema b) {
    return of(a) == of(b);
  }

  /// How many schemas were told apart.
  int count() {
    return shapes.size();
  }

  private void choose(List<Schema> component) {
    Schema first = component.getFirst();
    if (component.size() == 1 && !children(first).contains(first)) {
      chosen.put(first, byContent.computeIfAbsent(key(first), ignored -> first));
      return;
    }
    var cycle = new Cycle(component, this::shape, this::children, chosen);
    List<Schema> order = cycle.order();
    List<Schema> before = cycles.get(cycle.code());
    List<Schema> known = before == null ? order : before;
    for (int i = 0; i < order.size(); i++) {
      for (Schema each : cycle.alike(order.get(i))) {
        chosen.put(each, known.get(i));
      }
    }
    if (before == null) {
      cycles.put(cycle.code(), order);
      order.forEach(each -> byContent.putIfAbsent(key(each), each));
    }
  }

  private Key key(Schema schema) {
    List<Schema> inside = children(schema);
    var told = new ArrayList<Object>(inside.size());
    for (Schema child : inside) {
      told.add(chosen.getOrDefault(child, child));
    }
    return new Key(shape(schema), told);
  }

  private List<Schema> children(Schema schema) {
    List<Schema> known = children.get(schema);
    if (known == null) {
      List<Schema> inside = shape(schema).children();
      var all = new ArrayList<Schema>(inside.size());
      for (Schema each : inside) {
        all.add(bare(each));
      }
      known = all;
      children.put(schema, known);
    }
    return known;
  }

  /// Without references that stand alone, and without an `allOf`, `anyOf` or `oneOf` around one schema.
  private Schema bare(Schema schema) {
    Schema known = bare.get(schema);
    if (known != null) {
      return known;
    }
    Schema at = schema.view().schema();
    Optional<Schema> inner = shape(at).onlyPart();
    // Nearly all schemas say something themselves.
    if (inner.isPresent()) {
      Set<Schema> seen = new HashSet<>();
      while (inner.isPresent() && seen.add(at)) {
        at = inner.get().view().schema();
        inner = shape(at).onlyPart();
      }
    }
    bare.put(schema, at);
    return at;
  }

  Shapes common() {
    return common;
  }

  SchemaShape shape(Schema schema) {
    SchemaShape known = shapes.get(schema);
    if (known == null) {
      known = made(schema);
      shapes.put(schema, known);
    }
    return known;
  }

  /// Nearly all schemas have no notes.
  private SchemaShape made(Schema schema) {
    boolean isBare = schema.allowsNothing() || notes.apply(schema.view().schema()).isEmpty();
    return isBare ? common.of(schema) : SchemaShape.of(schema, notes);
  }
}
