package dev.concordat.wire.http;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// What is said on one connection, and what a link should make of it.
record Conversation(
    long seed, String kind, List<Turn> turns, List<Said> exchanges, boolean isOpaque) {
  /// An exchange that a link should tell.
  record Said(HttpRequestMessage request, HttpResponseMessage response) {}
}
