package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.HttpOperation;
import java.util.Optional;

/// Where messages are exchanged over HTTP, in both contracts: one operation, or one request that the provider sends of its
/// own.
///
/// @param name what tells it from others: `POST /orders`, `webhook orderPlaced (POST)`,
///     `POST /orders callback onEvent (POST)`; of the old contract where both have it, empty for the whole document
/// @param before what the old contract, or the consumer's, says of it
/// @param after what the new contract, or the provider's, says of it
public record Endpoint(
    Kind kind, String name, Optional<HttpOperation> before, Optional<HttpOperation> after) {
  /// The whole document.
  public static final Endpoint DOCUMENT =
      new Endpoint(Kind.DOCUMENT, "", Optional.empty(), Optional.empty());

  /// Who sends the request.
  public enum Kind {
    /// No place of exchange at all.
    DOCUMENT,
    /// A client calls the provider.
    OPERATION,
    /// The provider calls an address that was agreed upon elsewhere.
    WEBHOOK,
    /// The provider calls an address that an earlier exchange named.
    CALLBACK
  }

  /// Whether both contracts have it.
  public boolean isShared() {
    return before.isPresent() && after.isPresent();
  }

  /// Which contract's requests the other must take.
  public Way request() {
    return isOutgoing() ? Way.OUTGOING_REQUEST : Way.REQUEST;
  }

  /// Which contract's responses the other must take.
  public Way response() {
    return isOutgoing() ? Way.OUTGOING_RESPONSE : Way.RESPONSE;
  }

  private boolean isOutgoing() {
    return switch (kind) {
      case WEBHOOK, CALLBACK -> true;
      case DOCUMENT, OPERATION -> false;
    };
  }
}
