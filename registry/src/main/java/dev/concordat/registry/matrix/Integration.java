package dev.concordat.registry.matrix;

/// A consumer and a provider that a question is about.
///
/// @param isRequired whether a version that was named needs the provider; a provider does not need its consumers
record Integration(
    long consumerId, String consumer, long providerId, String provider, boolean isRequired) {}
