package dev.concordat.model.finding;

/// What was expected beside what was seen, as short texts (JSON, a status, a header value).
public record Comparison(String expected, String actual) {}
