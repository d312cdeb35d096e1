package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroType;

/// A type of the writer with the type by which the reader reads it.
record Pair(AvroType writer, AvroType reader) {}
