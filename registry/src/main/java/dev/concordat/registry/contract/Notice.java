package dev.concordat.registry.contract;

/// A line that a client prints after publishing.
///
/// @param type `debug`, `info`, `prompt`, `success`, `warning`, `error`, `danger`
public record Notice(String type, String text) {}
