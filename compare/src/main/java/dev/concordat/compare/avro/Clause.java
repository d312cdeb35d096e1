package dev.concordat.compare.avro;

/// A sentence about writer and reader, before it is known what people call the two.
@FunctionalInterface
interface Clause {
  String with(Roles roles);
}
