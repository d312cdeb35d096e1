package dev.concordat.model.matching;

/// One place where an actual value does not match the expected one.
///
/// @param path where in the document, as a path expression: `$.items[0].price`
/// @param rule the matcher that was not satisfied: `type`, `regex`, `equality`
/// @param message what is wrong, with the actual value
public record Difference(
    String path, String expected, String actual, String rule, String message) {}
