package dev.concordat.contracts.http;

import dev.concordat.model.place.Place;

/// A credential that a request must carry.
///
/// @param scheme the name of the security scheme in the contract
/// @param in where it travels
/// @param name the header, query field or cookie: `Authorization`, `X-API-Key`
/// @param prefix what stands before the secret: `Bearer `, `Basic `, or nothing
public record SecurityNeed(
    String scheme, ParameterLocation in, String name, String prefix, Place place) {}
