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
import org.jspecify.annotations.Nullable;

/// One schema for all that say the same, wherever they stand and however they are spread over references. So the
/// unchanged parts of two contracts are one and the same here, and proved at once. Every schema is looked at once: those
/// without cycles from the inside out, cycles as a whole ({@link Cycle}).
final class Representatives {
  private final Shapes common;
  private final Function<Schema, Optional<?>> notes;
  private final Map<Schema, Told> all = new HashMap<>();
  private final Map<Key, Schema> byContent = new HashMap<>();
  private final Map<List<Key>, List<Schema>> cycles = new HashMap<>();
  private @Nullable Representatives finer;
  private int count;

  Representatives() {
    this(new Shapes(), ignored -> Optional.empty());
  }

  /// @param common what schemas say without notes, which others ask for too
  /// @param notes what of a schema counts besides, by its own equality
  Representatives(Shapes common, Function<Schema, Optional<?>> notes) {
    this.common = common;
    this.notes = notes;
  }

  /// From now on, looks only at one of several schemas that say the same with notes, for then they do without.
  void after(Representatives withNotes) {
    finer = withNotes;
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
    Told told = bare(told(schema));
    Schema known = told.chosen;
    if (known == null) {
      for (List<Told> component : new Components(told, this::children).inOrder()) {
        choose(component);
      }
      known = told.chosenOrSelf();
    }
    return known;
  }

  boolean isSame(Schema a, Schema b) {
    return of(a) == of(b);
  }

  /// How many schemas were told apart.
  int count() {
    return count;
  }

  private Told told(Schema schema) {
    Told known = all.get(schema);
    if (known == null) {
      Schema one = finer == null ? schema : finer.of(schema);
      known = one == schema ? new Told(schema) : told(one);
      all.put(schema, known);
    }
    return known;
  }

  private void choose(List<Told> component) {
    Told first = component.getFirst();
    if (component.size() == 1 && !children(first).contains(first)) {
      Schema known = byContent.putIfAbsent(key(first), first.schema);
      first.chosen = known == null ? first.schema : known;
      return;
    }
    var cycle =
        new Cycle(
            Told.schemas(component),
            this::shape,
            each -> Told.schemas(children(told(each))),
            each -> told(each).chosenOrSelf());
    List<Schema> order = cycle.order();
    List<Schema> before = cycles.get(cycle.code());
    List<Schema> known = before == null ? order : before;
    for (int i = 0; i < order.size(); i++) {
      for (Schema each : cycle.alike(order.get(i))) {
        told(each).chosen = known.get(i);
      }
    }
    if (before == null) {
      cycles.put(cycle.code(), order);
      order.forEach(each -> byContent.putIfAbsent(key(told(each)), each));
    }
  }

  private Key key(Told told) {
    List<Told> inside = children(told);
    var chosen = new ArrayList<Object>(inside.size());
    for (Told child : inside) {
      chosen.add(child.chosenOrSelf());
    }
    return new Key(shape(told), chosen);
  }

  private List<Told> children(Told told) {
    List<Told> known = told.children;
    if (known == null) {
      List<Schema> inside = shape(told).children();
      known = new ArrayList<>(inside.size());
      for (Schema each : inside) {
        known.add(bare(told(each)));
      }
      told.children = known;
    }
    return known;
  }

  /// Without references that stand alone, and without an `allOf`, `anyOf` or `oneOf` around one schema.
  private Told bare(Told told) {
    Told known = told.bare;
    if (known != null) {
      return known;
    }
    Told at = seen(told.schema);
    Optional<Schema> inner = shape(at).onlyPart();
    // Nearly all schemas say something themselves.
    if (inner.isPresent()) {
      Set<Told> seen = new HashSet<>();
      while (inner.isPresent() && seen.add(at)) {
        at = seen(inner.get());
        inner = shape(at).onlyPart();
      }
    }
    told.bare = at;
    return at;
  }

  /// Where its references lead.
  private Told seen(Schema schema) {
    return told(schema.view().schema());
  }

  Shapes common() {
    return common;
  }

  SchemaShape shape(Schema schema) {
    return shape(told(schema));
  }

  private SchemaShape shape(Told told) {
    SchemaShape known = told.shape;
    if (known == null) {
      known = made(told.schema);
      told.shape = known;
      count++;
    }
    return known;
  }

  /// Nearly all schemas have no notes.
  private SchemaShape made(Schema schema) {
    boolean isBare = schema.allowsNothing() || notes.apply(schema.view().schema()).isEmpty();
    return isBare ? common.of(schema) : SchemaShape.of(schema, notes);
  }
}
