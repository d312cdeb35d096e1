package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;

/// Compiles a schema's members to keywords. Runs for every property of every contract, so it makes little garbage.
final class KeywordCompiler {
  private static final Compiled NOTHING = new Compiled(new Keyword[0], false, false);
  private static final Compiled NEVER = new Compiled(new Keyword[] {new Never()}, false, false);
  private static final long REF = 1L << Keywords.orderOf("$ref");

  private KeywordCompiler() {}

  static Compiled compile(Schema schema) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return schema.allowsNothing() ? NEVER : NOTHING;
    }
    return compile(schema, object, Keywords.presentIn(schema));
  }

  /// Some of the keywords that stand in a schema.
  ///
  /// @param asked a bit for each, by its order
  static Compiled compile(Schema schema, long asked) {
    return schema.node() instanceof ObjectNode object ? compile(schema, object, asked) : NOTHING;
  }

  private static Compiled compile(Schema schema, ObjectNode object, long present) {
    boolean isOnlyRef = schema.dialect().ignoresSiblingsOfRef() && (present & REF) != 0;
    return present == 0 ? NOTHING : only(schema, object, isOnlyRef ? REF : present);
  }

  private static Compiled only(Schema schema, ObjectNode object, long present) {
    var keywords = new ArrayList<Keyword>(Long.bitCount(present));
    boolean asksForMarks = false;
    for (long rest = present; rest != 0; rest &= rest - 1) {
      Keywords.Spec spec = Keywords.ALL.get(Long.numberOfTrailingZeros(rest));
      Node value = object.get(spec.name()).orElseThrow();
      Optional<Keyword> keyword =
          spec.factory().compile(new KeywordSource(schema, object, spec.name(), value));
      if (keyword.isPresent()) {
        keywords.add(keyword.get());
        asksForMarks |= keyword.get().comesLast();
      }
    }
    return new Compiled(
        keywords.toArray(Keyword[]::new), asksForMarks, Nullable30.allowsNull(schema));
  }
}
