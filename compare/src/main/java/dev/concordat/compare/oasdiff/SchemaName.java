package dev.concordat.compare.oasdiff;

/// What oasdiff calls one change of a schema.
///
/// @param id of its rule
/// @param pointer where in a value, array indices as `*`; of a property, the property
/// @param keyword of JSON Schema that changed
/// @param pair the two schemas of which one says the keyword otherwise; of a property, those of the object
record SchemaName(String id, String pointer, String keyword, Pair pair) {}
