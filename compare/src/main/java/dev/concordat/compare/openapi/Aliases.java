package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.model.comparison.Alias;
import java.util.List;

/// Other tools' names of changes.
@FunctionalInterface
public interface Aliases {
  /// No names.
  Aliases NONE = (changes, policies) -> change -> List.of();

  /// Names for all changes of one comparison, which may need to know of each other.
  Names of(List<HttpChange> changes, Policies policies);

  /// The names of changes.
  @FunctionalInterface
  interface Names {
    /// What other tools call the change; one of those that were given.
    List<Alias> of(HttpChange change);
  }
}
