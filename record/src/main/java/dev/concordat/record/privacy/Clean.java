package dev.concordat.record.privacy;

import dev.concordat.model.exchange.HttpExchange;

/// An exchange with its content codings taken off, as it came and without secrets.
///
/// @param raw for the types of its values only; it must not leave memory
/// @param shown what may be stored
public record Clean(HttpExchange raw, HttpExchange shown) {}
