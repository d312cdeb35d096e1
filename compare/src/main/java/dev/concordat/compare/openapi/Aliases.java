package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.SameText;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import java.util.List;

/// Other tools' names of changes.
@FunctionalInterface
public interface Aliases {
  /// No names.
  Aliases NONE = (changes, policies, known) -> change -> List.of();

  /// Names for all changes of one comparison, which may need to know of each other.
  ///
  /// @param known what the comparison found out about the schemas
  Names of(List<HttpChange> changes, Policies policies, Known known);

  /// What a comparison found out about schemas, and can be asked for more.
  ///
  /// @param inclusions what they mean
  /// @param writing which of them are written alike
  record Known(Inclusions inclusions, SameText writing) {}

  /// The names of changes.
  @FunctionalInterface
  interface Names {
    /// What other tools call the change; one of those that were given.
    List<Alias> of(HttpChange change);

    /// What changed in the documents and no message shows: differences that do no harm to messages.
    ///
    /// @param endpoints all of both contracts
    default List<Difference> notes(
        OpenApiContract before, OpenApiContract after, List<Endpoint> endpoints) {
      return List.of();
    }
  }
}
