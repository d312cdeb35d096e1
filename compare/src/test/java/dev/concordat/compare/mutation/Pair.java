package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonObject;

/// An edit of a description of which is known whether it breaks somebody.
///
/// @param where the operation, the place in it and the schema before and after, for a person who looks into a failure
record Pair(String operator, JsonObject before, JsonObject after, Known known, String where) {}
