package dev.concordat.registry.gate;

import java.util.Optional;

/// Where versions are to go, and so which versions they will meet there.
public sealed interface Target {
  /// An environment: what is deployed there now, and what is released there and still supported.
  record Environment(String name) implements Target {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A branch: the head of it in every other system.
  ///
  /// @param name empty for the main branch of each system
  record Branch(Optional<String> name) implements Target {
    @Override
    public String toString() {
      return name.map(branch -> "branch " + branch).orElse("the main branches");
    }
  }
}
