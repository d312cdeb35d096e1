package dev.concordat.standin.resource;

/// Something that must exist for an operation to make sense: the order of `/orders/{orderId}/lines`.
///
/// @param idParameter the path parameter that names it, as this operation calls it
public record Anchor(Resource resource, String idParameter) {}
