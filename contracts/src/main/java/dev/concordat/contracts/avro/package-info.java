/// Avro schemas and protocols: reading them, their fingerprints, and judging bytes and JSON by them (Avro 1.12
/// specification).
@NullMarked
package dev.concordat.contracts.avro;

import org.jspecify.annotations.NullMarked;
