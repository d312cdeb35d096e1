package dev.concordat.contracts.http;

import dev.concordat.model.place.Place;

/// A request that the provider sends to an address which an earlier exchange named.
///
/// @param name its key under the operation's `callbacks`
/// @param url the address, with the parts that the exchange fills in
/// @param operation what is sent and answered; its path is the address as written
/// @param place the address's key
public record Callback(String name, RuntimeText url, HttpOperation operation, Place place) {}
