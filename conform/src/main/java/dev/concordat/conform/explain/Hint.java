package dev.concordat.conform.explain;

/// A sentence that the contract lacks, as answers suggest it.
///
/// @param place what it is about: `body:/lines/*/qty`, `query:limit`, `body`
/// @param bound the number, pattern, format or listed values; empty where no answer told it
record Hint(String place, Observation.Kind kind, String bound) {}
