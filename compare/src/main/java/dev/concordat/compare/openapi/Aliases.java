package dev.concordat.compare.openapi;

import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Impact;
import java.util.List;

/// Other tools' names of changes.
@FunctionalInterface
public interface Aliases {
  /// No names.
  Aliases NONE = (change, impact) -> List.of();

  /// What other tools call the change.
  ///
  /// @param impact what it was found to do
  List<Alias> of(HttpChange change, Impact impact);
}
