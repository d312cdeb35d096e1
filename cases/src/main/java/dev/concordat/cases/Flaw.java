package dev.concordat.cases;

/// The one thing that is wrong with a request.
///
/// @param pointer where: `body:/lines/0/quantity`, `query:limit`, `header:X-Tenant`, `body`, `method`
/// @param keyword the keyword that is broken, or the kind of flaw: `maximum`, `required`, `malformed`, `media-type`
public record Flaw(String pointer, String keyword) {}
