package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;

/// A request that the provider sends without being asked, to an address that was agreed upon elsewhere.
///
/// @param name its key under `webhooks`
/// @param operation what is sent and answered; its path is the name, for there is no other
public record Webhook(String name, HttpOperation operation) {}
