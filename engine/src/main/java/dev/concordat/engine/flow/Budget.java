package dev.concordat.engine.flow;

import dev.concordat.model.finding.Sentence;
import java.time.Duration;

/// How long a step may take: `place: p95 < 150ms`. A single run is held to the limit and, when over it, run again before
/// anything is said; statistics over many runs are the business of the proof *timing*.
///
/// @param step a step's id
public record Budget(String step, Duration limit, Sentence sentence) {}
