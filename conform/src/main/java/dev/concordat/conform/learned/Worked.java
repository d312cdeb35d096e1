package dev.concordat.conform.learned;

import dev.concordat.model.exchange.HttpRequestMessage;

/// A request that kept the contract and was answered with a success.
///
/// @param operation its id
/// @param request without credentials
public record Worked(String operation, HttpRequestMessage request) {
  /// Larger bodies are not kept.
  public static final int MAX_BODY_BYTES = 16 << 10;
}
