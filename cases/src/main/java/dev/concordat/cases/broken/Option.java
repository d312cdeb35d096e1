package dev.concordat.cases.broken;

import dev.concordat.model.json.JsonValue;

/// A value that may break a sentence, and only it.
///
/// @param what how it breaks it, for people: `above its maximum (101)`
record Option(String what, JsonValue value) {}
