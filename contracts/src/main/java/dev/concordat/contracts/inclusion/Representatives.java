package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One schema for all that say the same, wherever they stand and however they are spread over references: bisimilar
/// graphs of keywords. So the unchanged parts of two contracts are one and the same here, and proved at once.
final class Representatives {
  private final Map<Schema, Schema> chosen = new HashMap<>();
  private final Map<SchemaShape, List<Schema>> byShape = new HashMap<>();
  private final Map<Schema, SchemaShape> shapes = new HashMap<>();

  Claim.Holds of(Claim.Holds claim) {
    return new Claim.Holds(of(claim.schema()), claim.isPositive(), claim.isClosed());
  }

  Schema of(Schema schema) {
    Schema known = chosen.get(schema);
    if (known != null) {
      return known;
    }
    Schema seen = schema.view().isDynamic() ? schema : bare(schema);
    List<Schema> alike = byShape.computeIfAbsent(shape(seen), ignored -> new ArrayList<>());
    for (Schema each : alike) {
      if (isSame(seen, each, new HashSet<>())) {
        chosen.put(schema, each);
        return each;
      }
    }
    alike.add(seen);
    chosen.put(schema, seen);
    return seen;
  }

  /// Without references that stand alone, and without an `allOf`, `anyOf` or `oneOf` around one schema.
  private Schema bare(Schema schema) {
    Schema at = schema;
    Set<Schema> seen = new HashSet<>();
    while (seen.add(at)) {
      Schema target = at.view().schema();
      SchemaShape shape = shape(target);
      at = shape.onlyPart().orElse(target);
    }
    return at.view().schema();
  }

  boolean isSame(Schema a, Schema b) {
    return of(a) == of(b);
  }

  private record Pair(Schema a, Schema b) {}

  /// Coinductive: two schemas that are compared already are taken to be the same.
  private boolean isSame(Schema a, Schema b, Set<Pair> assumed) {
    Schema left = a.view().isDynamic() ? a : bare(a);
    Schema right = b.view().isDynamic() ? b : bare(b);
    if (left == right || !assumed.add(new Pair(left, right))) {
      return true;
    }
    SchemaShape one = shape(left);
    SchemaShape other = shape(right);
    if (!one.equals(other)) {
      return false;
    }
    for (int i = 0; i < one.children().size(); i++) {
      if (!isSame(one.children().get(i), other.children().get(i), assumed)) {
        return false;
      }
    }
    return true;
  }

  private SchemaShape shape(Schema schema) {
    return shapes.computeIfAbsent(schema, SchemaShape::of);
  }
}
