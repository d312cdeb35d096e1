package dev.concordat.model.drift;

import java.time.LocalDate;
import java.util.Optional;

/// A place in which true answers differ, and how.
///
/// @param operation method and path: `GET /orders/{id}`; `*` for every operation
/// @param at where in the answer: `/items/*/id`, `header:ETag`
/// @param why how it was found out, or why somebody says so
/// @param owner who answers for the rule; empty where nobody does yet
/// @param until the last day on which it counts; absent where nobody set one
public record NoiseRule(
    String operation,
    String at,
    NoiseKind kind,
    String why,
    String owner,
    Optional<LocalDate> until) {
  /// An operation that stands for all of them.
  public static final String EVERY_OPERATION = "*";

  /// Whether its time is over.
  public boolean isExpired(LocalDate today) {
    return until.filter(last -> last.isBefore(today)).isPresent();
  }
}
