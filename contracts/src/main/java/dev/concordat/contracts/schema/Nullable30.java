package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ObjectNode;

/// OpenAPI 3.0's `nullable`, and `x-nullable`, as which people write it in Swagger 2.0. Taken at its word: where it says `true`, null is allowed, also beside an `enum` that does not
/// list it or an `allOf` that would refuse it. The specification's clarification (3.0.3) is stricter, but contracts are
/// written with this meaning, and a finding must not rest on a subtlety.
final class Nullable30 {
  private static final long NULLABLE = Word.bits(Word.NULLABLE, Word.X_NULLABLE);

  private Nullable30() {}

  static boolean allowsNull(Schema schema) {
    return (schema.words() & NULLABLE) != 0
        && schema.dialect().isOldOpenApi()
        && schema.node() instanceof ObjectNode object
        && !schema.has(Word.REF)
        && (Names.isTrue(object, "nullable")
            || (schema.dialect() == Dialect.SWAGGER_2_0 && Names.isTrue(object, "x-nullable")));
  }
}
