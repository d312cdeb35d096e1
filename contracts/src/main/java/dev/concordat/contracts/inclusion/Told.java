package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one schema that is compared with others. It leads on to what is known of those inside, so that they
/// need not be looked up.
final class Told {
  final Schema schema;

  /// What it says itself.
  @Nullable SchemaShape shape;

  /// The schema that is left without what stands alone around it.
  @Nullable Told bare;

  /// The bare ones inside.
  @Nullable List<Told> children;

  /// One for all that say the same.
  @Nullable Schema chosen;

  /// Who came to it last, and what is only meant by that one: its place in the order, and the first one it reaches.
  @Nullable Components visitor;

  int number;
  int lowest;
  boolean isOpen;

  Told(Schema schema) {
    this.schema = schema;
  }

  /// The one for all that say the same; itself as long as none is chosen.
  Schema chosenOrSelf() {
    Schema known = chosen;
    return known == null ? schema : known;
  }

  static List<Schema> schemas(List<Told> all) {
    var schemas = new ArrayList<Schema>(all.size());
    for (Told each : all) {
      schemas.add(each.schema);
    }
    return schemas;
  }
}
