package dev.concordat.model.matching;

/// A rule that a value does not satisfy, and why.
public record Failure(MatchingRule rule, String message) {}
