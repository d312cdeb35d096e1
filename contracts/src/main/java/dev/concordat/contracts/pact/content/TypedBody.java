package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.exchange.Bytes;

/// A body with its media type.
public record TypedBody(MediaType mediaType, Bytes bytes) {}
