package dev.concordat.compare.openapi;

import dev.concordat.contracts.breach.Breach;
import java.util.List;
import java.util.function.Predicate;

/// Which of several refusals of a message is told: one of the kind that the difference is about, at its place if there is one.
///
/// @param kind those of the kind
/// @param pointer the place in the body, array indices as `*`; empty where none is meant
record Told(Predicate<Breach> kind, String pointer) {
  /// Any of the kind.
  static Told of(Predicate<Breach> kind) {
    return new Told(kind, "");
  }

  /// @param refusals at least one
  String message(List<Breach> refusals) {
    return refusals.stream()
        .filter(kind)
        .filter(breach -> breach.pointer().equals(pointer))
        .findFirst()
        .or(() -> refusals.stream().filter(kind).findFirst())
        .orElse(refusals.getFirst())
        .message();
  }
}
