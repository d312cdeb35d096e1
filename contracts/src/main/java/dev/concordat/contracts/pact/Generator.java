package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonObject;

/// How one value of an example is made anew each time.
///
/// @param category which part it is for: `body`, `header`, `query`, `path`, `status`, `metadata`
/// @param path the path expression in that part; empty for the whole
/// @param type `Uuid`, `RandomInt`, `Date` …
/// @param attributes all else, as written
public record Generator(String category, String path, String type, JsonObject attributes) {}
