package dev.concordat.engine.resilience;

import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// Something wrong with how a link behaves, before anybody is told.
///
/// @param isProviders whether the provider is to blame; else the consumer
/// @param pointer what tells it from others of the same rule: a trait, or empty
/// @param message one sentence with what was measured
public record Wrong(
    Rule rule,
    boolean isProviders,
    String pointer,
    String message,
    Comparison comparison,
    Optional<Sentence> sentence) {}
