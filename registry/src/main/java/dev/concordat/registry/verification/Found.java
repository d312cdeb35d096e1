package dev.concordat.registry.verification;

/// A publication with the reason for which it was found.
record Found(Pact pact, Chosen chosen) {}
