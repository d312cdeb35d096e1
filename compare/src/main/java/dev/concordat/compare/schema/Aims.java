package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import dev.concordat.contracts.schema.Schema;
import java.util.Collection;
import java.util.List;

/// Aims that several kinds of edit share.
final class Aims {
  /// Any value does.
  static final Aim ANYTHING = new Aim.All(List.of());

  private Aims() {}

  /// A value that does not keep one of the schemas.
  static Aim breaksOne(Collection<Schema> schemas) {
    return new Aim.Any(schemas.stream().<Aim>map(Aim.Breaks::new).toList());
  }
}
