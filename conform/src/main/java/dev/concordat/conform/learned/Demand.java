package dev.concordat.conform.learned;

/// What a provider demands of a request although its contract does not say so, as its error messages told.
///
/// @param operation its id
/// @param place what it is about: `body:/lines/*/qty`, `query:limit`
/// @param kind `required`, `max-length` …
/// @param bound the number, pattern, format or listed values; empty where no answer told it
public record Demand(String operation, String place, String kind, String bound) {}
