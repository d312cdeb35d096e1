package dev.concordat.compare.history;

import dev.concordat.compare.format.Policies;
import java.util.Arrays;
import java.util.Optional;

/// What versions of a contract promise one another (the names of Confluent's schema registry).
public enum CompatibilityLevel {
  /// Readers of a version read what its predecessor wrote.
  BACKWARD(Policies.Stored.BACKWARD, false),
  /// Readers of a version read what all before it wrote.
  BACKWARD_TRANSITIVE(Policies.Stored.BACKWARD, true),
  /// Readers of the predecessor read what a version writes.
  FORWARD(Policies.Stored.FORWARD, false),
  /// Readers of all before read what a version writes.
  FORWARD_TRANSITIVE(Policies.Stored.FORWARD, true),
  /// Both, between neighbours.
  FULL(Policies.Stored.FULL, false),
  /// Both, between all.
  FULL_TRANSITIVE(Policies.Stored.FULL, true);

  private final Policies.Stored stored;
  private final boolean isTransitive;

  CompatibilityLevel(Policies.Stored stored, boolean isTransitive) {
    this.stored = stored;
    this.isTransitive = isTransitive;
  }

  /// Which readers must read which writers' messages.
  public Policies.Stored stored() {
    return stored;
  }

  /// Whether a version is held against all before it, and not only against the last one.
  public boolean isTransitive() {
    return isTransitive;
  }

  /// The level of this name, in capitals or not.
  public static Optional<CompatibilityLevel> named(String name) {
    return Arrays.stream(values())
        .filter(level -> level.name().equalsIgnoreCase(name.replace('-', '_')))
        .findFirst();
  }
}
