package dev.concordat.conform.talk;

import dev.concordat.model.finding.Sentence;
import java.util.Optional;

/// Why a request is sent.
///
/// @param what for people, without the operation: `quantity above its maximum (101)`
/// @param says what it stands on: `maximum: 100`, or a sentence of an RFC with its section
/// @param sentence where the contract says so; absent where only HTTP does
public record Reason(String what, String says, Optional<Sentence> sentence) {}
