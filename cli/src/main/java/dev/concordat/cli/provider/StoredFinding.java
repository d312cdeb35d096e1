package dev.concordat.cli.provider;

import java.util.List;

/// A finding as it is kept for `replay`.
///
/// @param provider the address without a path
/// @param isOfStranger whether the requests go out without credentials, or with wrong ones, because that is what was found
record StoredFinding(
    String id,
    String rule,
    String operation,
    String message,
    String provider,
    boolean isOfStranger,
    List<StoredStep> steps) {
  StoredFinding {
    steps = List.copyOf(steps);
  }

  /// One line for people.
  String describe() {
    return id + "  " + rule + "  " + operation + "  " + message;
  }
}
