/// JSON Schema in the dialects that contracts use, compiled over the located tree: what breaks a schema is told with the
/// sentence of the contract, and generators see every constraint.
///
/// Start reading at `SchemaLoader`, then `Schema` (one schema and its keywords), `Check` (one validation) and
/// `KeywordCompiler` (from a node to keywords).
@NullMarked
package dev.concordat.contracts.schema;

import org.jspecify.annotations.NullMarked;
