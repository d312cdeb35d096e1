package dev.concordat.compare.avro;

/// What people call the two schemas.
///
/// @param writer `the old contract`, `the provider`
/// @param reader `the new contract`, `the consumer`
public record Roles(String writer, String reader) {}
