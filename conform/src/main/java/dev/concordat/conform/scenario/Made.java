package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.json.JsonObject;

/// A thing that a scenario made for itself.
///
/// @param sent what it was made from
/// @param exchange the request that made it
record Made(Instance instance, JsonObject sent, Exchange exchange) {
  /// What the knowledge of its id rests on.
  Certainty certainty() {
    return instance.certainty();
  }
}
