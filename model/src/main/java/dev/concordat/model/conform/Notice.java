package dev.concordat.model.conform;

import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// What the contract's owner should know, no fault of the provider: a sentence that is missing, a case that could not be made.
///
/// @param kind `under-specified`, `not-tested`, `skipped`, `assumed`
/// @param addition the sentence to add to the contract, as YAML; empty when there is none
public record Notice(
    String kind, String operation, String message, Optional<Sentence> sentence, String addition) {}
