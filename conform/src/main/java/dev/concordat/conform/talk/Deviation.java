package dev.concordat.conform.talk;

/// How a request deviates from one that keeps the contract.
///
/// @param pointer what is wrong: `body:/lines/*/quantity`, `query:limit`, `header:X-Tenant`, `body`, `method`
/// @param keyword the keyword or the kind of deviation: `maximum`, `required`, `malformed`, `media-type`
public record Deviation(String pointer, String keyword) {}
