package dev.concordat.contracts.wiremock;

/// A pattern for the value of a header, a query parameter or a cookie.
public record NamedPattern(String name, ValuePattern pattern) {}
