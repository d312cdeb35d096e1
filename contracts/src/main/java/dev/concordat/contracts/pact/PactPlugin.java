package dev.concordat.contracts.pact;

import dev.concordat.model.json.JsonObject;

/// A plugin that the file says it needs, with what it stored for the whole file. Kept as written.
public record PactPlugin(String name, String version, JsonObject configuration) {}
