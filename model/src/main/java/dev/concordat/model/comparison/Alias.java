package dev.concordat.model.comparison;

/// What another tool calls the same difference, so that its ignore files and habits carry over.
///
/// @param tool `oasdiff`, `buf`, `graphql-inspector`, `avro`, `openapi-pact-comparator`
/// @param id that tool's id: `request-parameter-removed`, `FIELD_SAME_TYPE`
/// @param level how bad that tool calls it, in its own word: `ERR`, `WIRE`, `DANGEROUS`; empty where it has no such word
public record Alias(String tool, String id, String level) {}
