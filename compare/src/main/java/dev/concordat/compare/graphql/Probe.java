package dev.concordat.compare.graphql;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;

/// An operation that may tell two schemas apart.
record Probe(String document, JsonObject variables) {
  static Probe of(String document) {
    return new Probe(document, JsonObject.EMPTY);
  }

  /// The body of the request, as it goes over HTTP.
  JsonObject body() {
    var body = new JsonObject.Builder();
    body.add("query", new JsonString(document));
    if (variables.size() > 0) {
      body.add("variables", variables);
    }
    return body.build();
  }
}
